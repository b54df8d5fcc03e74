package dev.kindred.reactor.internal.connection;

import dev.kindred.error.StaleStatementException;
import dev.kindred.error.StatementException;
import io.r2dbc.spi.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A connection taken for one operation, whose statements the operation runs one after another. Knows whether a statement may still be
 * running on it.
 */
final class OwnedConnection implements ConnectionScope {

    private final Connection connection;
    private final ConnectionWear wear = new ConnectionWear();
    private final AtomicInteger sending = new AtomicInteger();
    private volatile Sinks.@Nullable Empty<Void> sent;
    private volatile boolean busy;

    OwnedConnection(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    ConnectionWear wear() {
        return wear;
    }

    boolean isBusy() {
        return busy;
    }

    /**
     * Completes when no statement is about to be sent. A cancel can come from another thread while this one sends a statement, which would
     * else follow what cleans the connection, and reach it when it is somebody else's.
     */
    Mono<Void> quiet() {
        return Mono.defer(() -> {
            Sinks.Empty<Void> signal = Sinks.empty();
            sent = signal;
            return sending.get() == 0 ? Mono.empty() : signal.asMono();
        });
    }

    @Override
    public <T> Mono<T> converse(Access access, Function<Connection, Mono<T>> conversation) {
        if (access == Access.UNKNOWN) {
            wear.soil();
        }
        return new Turn<>(this, connection -> healing(connection, conversation));
    }

    /** A statement that is stale had no effect, and here it is no part of a transaction, so it is sent once more. */
    private <T> Mono<T> healing(Connection connection, Function<Connection, Mono<T>> conversation) {
        return conversation.apply(connection).onErrorResume(StaleStatementException.class, stale -> {
            wear.see(stale);
            return conversation.apply(connection);
        });
    }

    private void sent() {
        Sinks.@Nullable Empty<Void> signal = sending.decrementAndGet() == 0 ? sent : null;
        if (signal != null) {
            signal.tryEmitEmpty();
        }
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
            owned.sending.incrementAndGet();
            try {
                Mono.defer(() -> conversation.apply(owned.connection)).subscribe(new Listener<>(owned, actual));
            } finally {
                owned.sent();
            }
        }
    }

    /** Watches how a statement ends. */
    private static final class Listener<T> extends Relay<T> {

        private final OwnedConnection owned;
        private boolean answered;

        Listener(OwnedConnection owned, CoreSubscriber<? super T> actual) {
            super(actual);
            this.owned = owned;
        }

        /** The next statement may begin before this one completes. */
        @Override
        public void onNext(T value) {
            answered = true;
            owned.busy = false;
            super.onNext(value);
        }

        @Override
        public void onComplete() {
            if (!answered) {
                owned.busy = false;
            }
            super.onComplete();
        }

        @Override
        public void onError(Throwable error) {
            if (error instanceof StatementException) {
                owned.busy = false;
            }
            super.onError(error);
        }
    }
}
