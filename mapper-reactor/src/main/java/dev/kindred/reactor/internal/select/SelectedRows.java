package dev.kindred.reactor.internal.select;

import dev.kindred.error.NonUniqueResultException;
import dev.kindred.internal.preload.PreloadPlan;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.connection.ConnectionScope.Access;
import dev.kindred.reactor.internal.connection.Handover;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/**
 * Reads the rows of a query and its preloads on the subscriber's connection, and emits after the connection is
 * released.
 */
public record SelectedRows<E, T>(
        QueryContext execution, SelectQuery<E> query, Reading<E, T> reading, Function<T, E> entity) {

    /** Returns all rows. */
    public Flux<T> all() {
        return Handover.each(observe(loaded(query)));
    }

    /** Returns all rows, as part of an operation. */
    Flux<T> unobserved() {
        return Handover.each(loaded(query));
    }

    /** Returns the first row, or completes empty. */
    public Mono<T> first() {
        return first(UnaryOperator.identity());
    }

    /** Returns the first row, or completes empty. {@code sharing} may replace the read by a shared one. */
    public Mono<T> first(UnaryOperator<Mono<T>> sharing) {
        Mono<T> alone = loaded(query.atMost(1)).flatMap(rows -> rows.isEmpty() ? Mono.empty() : Mono.just(rows.get(0)));
        return observe(sharing.apply(alone));
    }

    /** Returns the only row, or completes empty. A second row is an error. */
    public Mono<T> one() {
        return execution.translated(observe(loaded(query.atMost(2))).handle((rows, sink) -> only(query, rows, sink)));
    }

    /** Emits the only row, if any. A second row is an error. */
    public static <T> void only(SelectQuery<?> query, List<T> rows, SynchronousSink<T> sink) {
        if (rows.size() > 1) {
            sink.error(new NonUniqueResultException(
                    "The query for " + query.model().name()
                            + " has more than one row where one() allows one. Narrow it, or use first()"
                            + " with an order."));
        } else if (!rows.isEmpty()) {
            sink.next(rows.get(0));
        }
    }

    /** Returns {@code read} as one operation. */
    <R> Mono<R> observe(Mono<R> read) {
        return execution.observe(Operation.FIND, query.model(), read);
    }

    private Mono<List<T>> loaded(SelectQuery<E> limited) {
        return found(limited, Long.MAX_VALUE).map(Found::rows);
    }

    /**
     * Reads the rows of {@code limited} and the rows joined to them: one statement, outside a transaction on its own
     * connection.
     */
    Mono<List<T>> rows(SelectQuery<E> limited, PreloadPlan<E> plan) {
        return run(limited, plan, List.of(), runner -> reading.read(runner, limited, plan, limited.modeOr(mode())));
    }

    /**
     * Loads the relations of {@code plan} for {@code rows}: one statement each, outside a transaction each on its own
     * connection.
     */
    Mono<Void> preload(List<T> rows, PreloadPlan<E> plan) {
        return plan.steps().isEmpty()
                ? Mono.empty()
                : execution.statements().separately(runner -> preload(runner, rows, plan));
    }

    private LoadMode mode() {
        return execution.relations().entities().mode();
    }

    private Mono<Void> preload(StatementRunner runner, List<T> rows, PreloadPlan<E> plan) {
        return execution.preloader().preload(runner, rows.stream().map(entity).toList(), plan, query.modeOr(mode()));
    }

    /**
     * Reads the rows of {@code limited} and the preloads of the first {@code wanted}, on one connection. Contradictory
     * preloads are an error before a connection is acquired.
     */
    Mono<Found<T>> found(SelectQuery<E> limited, long wanted) {
        return Mono.defer(() -> {
            PreloadPlan<E> plan = PreloadPlan.of(limited);
            return run(limited, plan, new Found<>(List.of(), false), runner -> read(runner, limited, plan, wanted));
        });
    }

    /**
     * Runs {@code operation}, which reads {@code limited} and the preloads of {@code plan}, on one connection.
     *
     * @param nothing the result if {@code limited} matches nothing
     */
    private <R> Mono<R> run(
            SelectQuery<E> limited, PreloadPlan<E> plan, R nothing, Function<StatementRunner, Mono<R>> operation) {
        return plan.steps().isEmpty() && !locks(limited)
                ? execution.read(limited, nothing, operation)
                : together(limited, nothing, operation);
    }

    /** As {@link #found}, for an {@code operation} that sends further statements. */
    <R> Mono<R> together(SelectQuery<E> limited, R nothing, Function<StatementRunner, Mono<R>> operation) {
        Access access = locks(limited) ? Access.WRITE : Access.READ;
        return execution.read(limited, nothing, runner -> runner.together(access, operation));
    }

    /** Row locks write to the table, so a connection for reads is not enough. */
    private static boolean locks(SelectQuery<?> query) {
        return query.filter().lock() != null || query.preloads().stream().anyMatch(preload -> locks(preload.query()));
    }

    /** Reads the rows of {@code limited}, then the preloads of the first {@code wanted}. Omits the other rows. */
    Mono<Found<T>> read(StatementRunner runner, SelectQuery<E> limited, PreloadPlan<E> plan, long wanted) {
        LoadMode mode = limited.modeOr(mode());
        return reading.read(runner, limited, plan, mode).flatMap(all -> {
            boolean more = all.size() > wanted;
            List<T> rows = more ? all.subList(0, (int) wanted) : all;
            if (plan.steps().isEmpty()) {
                return Mono.just(new Found<>(rows, more));
            }
            return preload(runner, rows, plan).thenReturn(new Found<>(rows, more));
        });
    }

    /** Rows, and whether the query has more. */
    record Found<T>(List<T> rows, boolean more) {}

    /** Reads the rows with one statement. */
    public interface Reading<E, T> {

        /** Returns the rows of {@code query} with what {@code plan} joins. */
        Mono<List<T>> read(StatementRunner runner, SelectQuery<E> query, PreloadPlan<E> plan, LoadMode mode);
    }
}
