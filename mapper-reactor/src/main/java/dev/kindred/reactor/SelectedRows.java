package dev.kindred.reactor;

import dev.kindred.error.NonUniqueResultException;
import dev.kindred.internal.preload.PreloadPlan;
import dev.kindred.query.LoadMode;
import dev.kindred.query.SelectQuery;
import dev.kindred.reactor.MapperWiring.Execution;
import dev.kindred.reactor.internal.connection.ConnectionScope;
import dev.kindred.reactor.internal.connection.Handover;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/** Reads the rows of a query and then its preloads, on the subscriber's connection, and gives it back before anything is emitted. */
record SelectedRows<E, T>(Execution execution, SelectQuery<E> query, Reading<E, T> reading, Function<T, E> entity) {

    Flux<T> all() {
        return Handover.each(loaded(query));
    }

    Mono<T> first() {
        return loaded(query.atMost(1)).flatMap(rows -> rows.isEmpty() ? Mono.empty() : Mono.just(rows.get(0)));
    }

    Mono<T> one() {
        return loaded(query.atMost(2)).handle((rows, sink) -> only(query, rows, sink));
    }

    /** Emits the only row, if there is one; a second one is an error. */
    static <T> void only(SelectQuery<?> query, List<T> rows, SynchronousSink<T> sink) {
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
        return run(limited, scope -> read(scope, limited, Long.MAX_VALUE)).map(Found::rows);
    }

    /** Reads the rows of {@code limited} and what is joined to them: one statement, on a connection of its own outside of a transaction. */
    Mono<List<T>> rows(SelectQuery<E> limited) {
        return run(
                limited,
                scope -> reading.read(scope, limited, PreloadPlan.of(limited), limited.modeOr(LoadMode.BATCH)));
    }

    /** Loads the relations of {@code plan} for {@code rows}: one statement each, each on a connection of its own outside of a transaction. */
    Mono<Void> preload(List<T> rows, PreloadPlan<E> plan) {
        return plan.steps().isEmpty()
                ? Mono.empty()
                : Mono.deferContextual(context -> preload(
                        execution.scopes().perStatement(execution.scopes().transactionIn(context)), rows, plan));
    }

    private Mono<Void> preload(ConnectionScope scope, List<T> rows, PreloadPlan<E> plan) {
        return execution
                .preloader()
                .preload(scope, rows.stream().map(entity).toList(), plan, query.modeOr(LoadMode.BATCH));
    }

    /** Runs {@code operation} on one connection; preloads of {@code limited} that do not go together are an error before that. */
    <R> Mono<R> run(SelectQuery<E> limited, Function<ConnectionScope, Mono<R>> operation) {
        return Mono.defer(() -> {
            PreloadPlan.of(limited);
            return execution.scopes().run(operation);
        });
    }

    /** Reads the rows of {@code limited}, and then the preloads of the first {@code wanted} of them; the others are left out. */
    Mono<Found<T>> read(ConnectionScope scope, SelectQuery<E> limited, long wanted) {
        LoadMode mode = limited.modeOr(LoadMode.BATCH);
        PreloadPlan<E> plan = PreloadPlan.of(limited);
        return reading.read(scope, limited, plan, mode).flatMap(all -> {
            boolean more = all.size() > wanted;
            List<T> rows = more ? all.subList(0, (int) wanted) : all;
            if (plan.steps().isEmpty()) {
                return Mono.just(new Found<>(rows, more));
            }
            return preload(scope, rows, plan).thenReturn(new Found<>(rows, more));
        });
    }

    /** Rows, and whether there are more than these. */
    record Found<T>(List<T> rows, boolean more) {}

    /** How the rows are read: one statement. */
    interface Reading<E, T> {

        Mono<List<T>> read(ConnectionScope scope, SelectQuery<E> query, PreloadPlan<E> plan, LoadMode mode);
    }
}
