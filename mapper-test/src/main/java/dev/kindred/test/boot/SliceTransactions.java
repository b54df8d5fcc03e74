package dev.kindred.test.boot;

import dev.kindred.reactor.spi.AmbientTransaction;
import dev.kindred.reactor.spi.TransactionBridge;
import dev.kindred.test.internal.TestTransactions;
import io.r2dbc.spi.ConnectionFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The transaction of the current test. Outside a test every statement is committed. Thread-safe. */
final class SliceTransactions implements TransactionBridge {

    private final ConnectionFactory factory;
    private volatile @Nullable TestTransactions current;

    SliceTransactions(ConnectionFactory factory) {
        this.factory = factory;
    }

    @Override
    public Mono<AmbientTransaction> ambient() {
        return Mono.defer(() -> {
            TestTransactions test = current;
            return test == null ? Mono.empty() : test.ambient();
        });
    }

    void begin() {
        current = new TestTransactions(factory);
    }

    /** Rolls back. Blocks. */
    void end() {
        TestTransactions test = current;
        current = null;
        if (test != null) {
            test.close();
        }
    }
}
