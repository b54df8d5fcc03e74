package dev.kindred.reactor.internal.connection;

import dev.kindred.error.StatementException;
import io.r2dbc.spi.Connection;
import java.util.function.Function;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * A connection taken for one operation, whose statements the operation runs one after another. Knows whether a statement may still be
 * running on it.
 */
final class OwnedConnection implements ConnectionScope {

    private final Connection connection;
    private volatile boolean busy;

    OwnedConnection(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    boolean isBusy() {
        return busy;
    }

    @Override
    public <T> Mono<T> converse(Access access, Function<Connection, Mono<T>> conversation) {
        return new Turn<>(this, conversation);
    }

    /** A conversation, during which the connection is busy, and after it when nobody knows how it ended. */
    private static final class Turn<T> extends Mono<T> {

        private final OwnedConnection owned;
        private final Function<Connection, Mono<T>> conversation;

        Turn(OwnedConnection owned, Function<Connection, Mono<T>> conversation) {
            this.owned = owned;
            this.conversation = conversation;
        }

        @Override
        public void subscribe(CoreSubscriber<? super T> actual) {
            owned.busy = true;
            Mono.defer(() -> conversation.apply(owned.connection)).subscribe(new Listener<>(owned, actual));
        }
    }

    private static final class Listener<T> implements CoreSubscriber<T> {

        private final OwnedConnection owned;
        private final CoreSubscriber<? super T> actual;

        Listener(OwnedConnection owned, CoreSubscriber<? super T> actual) {
            this.owned = owned;
            this.actual = actual;
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            actual.onSubscribe(subscription);
        }

        @Override
        public void onNext(T value) {
            owned.busy = false;
            actual.onNext(value);
        }

        @Override
        public void onComplete() {
            owned.busy = false;
            actual.onComplete();
        }

        @Override
        public void onError(Throwable error) {
            if (error instanceof StatementException) {
                owned.busy = false;
            }
            actual.onError(error);
        }
    }
}
