package dev.kindred.reactor.internal.select;

import dev.kindred.error.NonUniqueResultException;
import dev.kindred.internal.preload.PreloadPlan;
import dev.kindred.query.LoadMode;
import dev.kindred.query.SelectQuery;
import dev.kindred.reactor.internal.connection.ConnectionScope.Access;
import dev.kindred.reactor.internal.connection.Handover;
import dev.kindred.reactor.internal.execute.StatementRunner;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/** Reads the rows of a query and then its preloads, on the subscriber's connection, and gives it back before anything is emitted. */
public record SelectedRows<E, T>(Execution execution, SelectQuery<E> query, Reading<E, T> reading, Function<T, E> entity) {

    public Flux<T> all() {
        return Handover.each(loaded(query));
    }

    public Mono<T> first() {
        return loaded(query.atMost(1)).flatMap(rows -> rows.isEmpty() ? Mono.empty() : Mono.just(rows.get(0)));
    }

    public Mono<T> one() {
        return loaded(query.atMost(2)).handle((rows, sink) -> only(query, rows, sink));
    }

    /** Emits the only row, if there is one; a second one is an error. */
    public static <T> void only(SelectQuery<?> query, List<T> rows, SynchronousSink<T> sink) {
        if (rows.size() > 1) {
            sink.error(
                    new NonUniqueResultException(
                            "The query for " + query.model().name()
                                    + " has more than one row where one() allows one. Narrow it, or use first() with an order."));
        } else if (!rows.isEmpty()) {
            sink.next(rows.get(0));
        }
    }

    private Mono<List<T>> loaded(SelectQuery<E> limited) {
        return run(limited, runner -> read(runner, limited, Long.MAX_VALUE)).map(Found::rows);
    }

    /** Reads the rows of {@code limited} and what is joined to them: one statement, on a connection of its own outside of a transaction. */
    Mono<List<T>> rows(SelectQuery<E> limited) {
        return run(
                limited,
                runner -> reading.read(runner, limited, PreloadPlan.of(limited), limited.modeOr(LoadMode.BATCH)));
    }

    /** Loads the relations of {@code plan} for {@code rows}: one statement each, each on a connection of its own outside of a transaction. */
    Mono<Void> preload(List<T> rows, PreloadPlan<E> plan) {
        return plan.steps().isEmpty()
                ? Mono.empty()
                : execution.statements().separately(runner -> preload(runner, rows, plan));
    }

    private Mono<Void> preload(StatementRunner runner, List<T> rows, PreloadPlan<E> plan) {
        return execution
                .preloader()
                .preload(runner, rows.stream().map(entity).toList(), plan, query.modeOr(LoadMode.BATCH));
    }

    /**
     * Runs {@code operation}, which reads {@code limited} and its preloads, on one connection. Contradictory preloads are an error before a
     * connection is acquired.
     */
    <R> Mono<R> run(SelectQuery<E> limited, Function<StatementRunner, Mono<R>> operation) {
        return Mono.defer(() -> {
            boolean isOneStatement = PreloadPlan.of(limited).steps().isEmpty();
            return isOneStatement && !locks(limited)
                    ? execution.statements().separately(operation)
                    : onOneConnection(limited, operation);
        });
    }

    /** As {@link #run}, for an {@code operation} that sends further statements. */
    <R> Mono<R> together(SelectQuery<E> limited, Function<StatementRunner, Mono<R>> operation) {
        return Mono.defer(() -> {
            PreloadPlan.of(limited);
            return onOneConnection(limited, operation);
        });
    }

    private <R> Mono<R> onOneConnection(SelectQuery<E> limited, Function<StatementRunner, Mono<R>> operation) {
        return execution.statements().together(locks(limited) ? Access.WRITE : Access.READ, operation);
    }

    /** Row locks write to the table, so a connection for reads is not enough. */
    private static boolean locks(SelectQuery<?> query) {
        return query.filter().lock() != null
                || query.preloads().stream().anyMatch(preload -> locks(preload.query()));
    }

    /** Reads the rows of {@code limited}, and then the preloads of the first {@code wanted} of them; the others are left out. */
    Mono<Found<T>> read(StatementRunner runner, SelectQuery<E> limited, long wanted) {
        LoadMode mode = limited.modeOr(LoadMode.BATCH);
        PreloadPlan<E> plan = PreloadPlan.of(limited);
        return reading.read(runner, limited, plan, mode).flatMap(all -> {
            boolean more = all.size() > wanted;
            List<T> rows = more ? all.subList(0, (int) wanted) : all;
            if (plan.steps().isEmpty()) {
                return Mono.just(new Found<>(rows, more));
            }
            return preload(runner, rows, plan).thenReturn(new Found<>(rows, more));
        });
    }

    /** Rows, and whether there are more than these. */
    record Found<T>(List<T> rows, boolean more) {}

    /** How the rows are read: one statement. */
    public interface Reading<E, T> {

        Mono<List<T>> read(StatementRunner runner, SelectQuery<E> query, PreloadPlan<E> plan, LoadMode mode);
    }
}
