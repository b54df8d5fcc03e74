package dev.kindred.reactor.internal.transaction;

import dev.kindred.error.TransactionException;
import dev.kindred.reactor.spi.AmbientTransaction;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.core.publisher.Operators;

/**
 * A statement on the connection of an ambient transaction. It is sent while its owner waits, or not at all.
 * Thread-safe.
 */
final class AmbientStatement<T> extends MonoOperator<T, T> {

    private final AmbientTransaction transaction;

    private AmbientStatement(Mono<? extends T> source, AmbientTransaction transaction) {
        super(source);
        this.transaction = transaction;
    }

    static <T> Mono<T> of(Mono<T> statement, AmbientTransaction transaction) {
        return onAssembly(new AmbientStatement<>(statement, transaction));
    }

    static TransactionException ended() {
        return new TransactionException(
                "The ambient transaction has ended, so nothing was sent. Subscribe inside the transaction,"
                        + " or with a Context that does not have it.",
                null);
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        if (!transaction.send()) {
            Operators.error(actual, ended());
            return;
        }
        try {
            source.subscribe(actual);
        } finally {
            transaction.sent();
        }
    }
}
