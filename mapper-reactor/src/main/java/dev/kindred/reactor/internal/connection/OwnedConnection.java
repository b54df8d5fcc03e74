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
 * A connection that was acquired for one operation. The operation runs its statements one after another. Records
 * whether a statement may still be running.
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
     * Completes when no thread is sending a statement. A cancel may come from another thread during a send. The
     * statement would then follow the clean-up and could reach the connection while another caller uses it.
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

    /** Sends a stale statement once more. It had no effect, and no transaction contains it. */
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

    /** A conversation. The connection is busy during it, and afterwards if its end is unknown. */
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
