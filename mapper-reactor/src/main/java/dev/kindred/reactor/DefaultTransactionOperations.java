package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.reactor.internal.connection.Operations;
import dev.kindred.reactor.internal.connection.WriteMarks;
import dev.kindred.reactor.internal.replica.Replication;
import dev.kindred.reactor.internal.replica.TrackedWrites;
import dev.kindred.reactor.internal.transaction.Transactions;
import dev.kindred.reactor.internal.wiring.MapperParts;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import dev.kindred.reactor.transaction.Transaction;
import dev.kindred.reactor.transaction.TransactionOptions;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** The transactions of a mapper, and its reads of replicas. */
abstract class DefaultTransactionOperations implements TransactionOperations, ReplicaOperations {

    private final Transactions transactions;
    private final Replication replication;
    private final Operations operations;

    DefaultTransactionOperations(MapperParts parts) {
        this.transactions = parts.transactions();
        this.replication = parts.replication();
        this.operations = parts.execution().statements().operations();
    }

    @Override
    public <T> Mono<T> transactional(Mono<T> work, TransactionOptions options) {
        return transaction(transactions.execute(Checks.notNull(work, "work"), Checks.notNull(options, "options")));
    }

    @Override
    public <T> Mono<T> requiresNew(Mono<T> work, TransactionOptions options) {
        return transaction(transactions.executeNew(Checks.notNull(work, "work"), Checks.notNull(options, "options")));
    }

    private <T> Mono<T> transaction(Mono<T> work) {
        return operations.observe(Operation.TRANSACTION, null, null, work);
    }

    @Override
    public Mono<Transaction> currentTransaction() {
        return operations.translated(transactions.current());
    }

    @Override
    public <T> Flux<T> fromReplica(Flux<T> work) {
        return replication.routed(Checks.notNull(work, "work"));
    }

    @Override
    public <T> Mono<T> fromReplica(Mono<T> work) {
        return replication.routed(Checks.notNull(work, "work"));
    }

    @Override
    public <T> Mono<Tracked<T>> tracked(Mono<T> work) {
        return replication.tracked(
                Checks.notNull(work, "work"), currentTransaction().hasElement(), Tracked<T>::new);
    }

    @Override
    public WriteTracker trackWrites() {
        TrackedWrites writes = new TrackedWrites();
        return new WriteTracker() {
            @Override
            public Context in(Context context) {
                return WriteMarks.in(context, writes);
            }

            @Override
            public Mono<String> position() {
                return Mono.defer(
                        () -> writes.hasWritten() ? tracked(Mono.just(writes)).map(Tracked::position) : Mono.empty());
            }
        };
    }

    @Override
    public Function<Context, Context> notBefore(String position) {
        return replication.notBefore(Checks.notNull(position, "position"));
    }
}
