package dev.kindred.reactor.internal.connection;

import io.r2dbc.spi.Connection;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/**
 * Connections of a pool for callers other than the mapper. A caller that is cancelled before it uses its connection
 * returns it. Thread-safe.
 */
final class HandedConnection extends MonoOperator<Connection, Connection> {

    HandedConnection(Mono<Connection> source) {
        super(source);
    }

    @Override
    public void subscribe(CoreSubscriber<? super Connection> actual) {
        source.subscribe(new Handing(actual));
    }

    private static final class Handing extends Stage<Connection> {

        private volatile @Nullable CallersConnection handed;
        private volatile @Nullable Thread handing;
        private volatile boolean isCancelled;

        Handing(CoreSubscriber<? super Connection> actual) {
            super(actual);
        }

        @Override
        public void onNext(Connection connection) {
            CallersConnection callers = new CallersConnection(connection);
            handing = Thread.currentThread();
            handed = callers;
            actual().onNext(callers);
            handing = null;
            if (isCancelled) {
                callers.abandonIfUnused();
            }
        }

        @Override
        public void onError(Throwable error) {
            actual().onError(error);
        }

        @Override
        public void onComplete() {
            actual().onComplete();
        }

        /** Operators such as {@code next()} cancel while they take the connection, and use it afterwards. */
        @Override
        public void cancel() {
            super.cancel();
            if (handing != Thread.currentThread()) {
                isCancelled = true;
                CallersConnection callers = handed;
                if (callers != null) {
                    callers.abandonIfUnused();
                }
            }
        }
    }
}
