package dev.kindred.it.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.SharedWrites;
import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementListener;
import io.r2dbc.pool.ConnectionPool;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Mappers that share writes, and the outcomes of writes. */
final class Writes {

    private Writes() {}

    static ReactiveMapper sharing(ConnectionPool pool, StatementListener listener) {
        return ReactiveMapper.builder(pool)
                .sharedWrites(SharedWrites.WHEN_BUSY)
                .listener(listener)
                .build();
    }

    /** Returns the callers of each execution, in order. */
    static List<Integer> callers(List<StatementExecution> executions) {
        return executions.stream().map(StatementExecution::callers).toList();
    }

    /** Returns the value or the error of each write. */
    static List<Object> outcomes(List<? extends CompletableFuture<?>> writes) {
        List<Object> outcomes = new ArrayList<>();
        writes.forEach(write -> outcomes.add(write.<Object>handle((value, error) -> error == null ? value : error)
                .join()));
        return outcomes;
    }

    static void haveDifferentInstances(List<Object> errors) {
        Set<Object> instances = Collections.newSetFromMap(new IdentityHashMap<>());
        instances.addAll(errors);
        assertThat(instances).hasSize(errors.size());
    }

    /**
     * Takes a lock of {@code table} after the {@code waiting} statements that wait for {@code lock}, and lets
     * {@code lock} go. The queue of the server is fair: the next statement comes after the new lock.
     */
    static TableLock lockAfter(DatabaseExtension database, String table, TableLock lock, int waiting) {
        Awaiting.until(() -> Awaiting.waitingForLocks(database) == waiting);
        CompletableFuture<TableLock> next = CompletableFuture.supplyAsync(() -> TableLock.on(database, table));
        Awaiting.until(() -> Awaiting.waitingForLocks(database) == waiting + 1);
        lock.close();
        return next.join();
    }
}
