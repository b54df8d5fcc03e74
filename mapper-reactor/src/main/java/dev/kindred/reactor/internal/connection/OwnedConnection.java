package dev.kindred.reactor.internal.connection;

import dev.kindred.error.StaleStatementException;
import dev.kindred.error.StatementException;
import io.r2dbc.spi.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;

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
        return new Turn<>(this, conversation);
    }

    /** Returns {@code work}, which ends with an error if it throws. A single statement does so itself. */
    static <T> Mono<T> guarded(Mono<T> work) {
        return work instanceof Turn ? work : Guarded.of(work);
    }

    private <T> void send(Function<Connection, Mono<T>> conversation, CoreSubscriber<T> subscriber) {
        sending.incrementAndGet();
        try {
            begun(conversation).subscribe(subscriber);
        } finally {
            sent();
        }
    }

    private <T> Mono<T> begun(Function<Connection, Mono<T>> conversation) {
        try {
            return conversation.apply(connection);
        } catch (RuntimeException e) {
            return Mono.error(e);
        }
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
            Listener<T> listener = new Listener<>(this, actual);
            try {
                owned.send(conversation, listener);
            } catch (Throwable thrown) {
                listener.end(thrown);
            }
        }
    }

    /** Watches how a statement ends, and sends a stale one once more. */
    private static final class Listener<T> extends Guard<T> {

        private final Turn<T> turn;
        private boolean answered;
        private boolean repeated;

        Listener(Turn<T> turn, CoreSubscriber<? super T> actual) {
            super(actual);
            this.turn = turn;
        }

        /** The next statement may begin before this one completes. */
        @Override
        public void onNext(T value) {
            answered = true;
            turn.owned.busy = false;
            super.onNext(value);
        }

        @Override
        public void onComplete() {
            if (!answered) {
                turn.owned.busy = false;
            }
            super.onComplete();
        }

        /** A stale statement had no effect, and no transaction contains it. */
        @Override
        public void onError(Throwable error) {
            turn.owned.wear.see(error);
            if (error instanceof StaleStatementException && !repeated && !isEnded()) {
                repeated = true;
                repeat();
                return;
            }
            if (error instanceof StatementException) {
                turn.owned.busy = false;
            }
            super.onError(error);
        }

        /** A cancel either waits for the end of this send or is seen before it. */
        private void repeat() {
            try {
                turn.owned.send(
                        connection -> isEnded() ? Mono.empty() : turn.conversation.apply(connection),
                        new Repetition<>(this));
            } catch (Throwable thrown) {
                end(thrown);
            }
        }
    }

    /** Passes the signals of a repeated statement to the listener of the first one. */
    private record Repetition<T>(Listener<T> listener) implements CoreSubscriber<T> {

        @Override
        public Context currentContext() {
            return listener.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            listener.continueWith(subscription);
        }

        @Override
        public void onNext(T value) {
            listener.onNext(value);
        }

        @Override
        public void onError(Throwable error) {
            listener.onError(error);
        }

        @Override
        public void onComplete() {
            listener.onComplete();
        }
    }
}
