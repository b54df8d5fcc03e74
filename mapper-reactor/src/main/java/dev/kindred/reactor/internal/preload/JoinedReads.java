package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.preload.PreloadPlan;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.internal.query.Aggregates;
import dev.kindred.internal.query.DefaultAggregated;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Expression.Aggregation;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.model.Relation;
import dev.kindred.query.Aggregated;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.read.EntityReads;
import dev.kindred.reactor.internal.row.RowReader;
import dev.kindred.reactor.internal.row.ValuesReader;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import dev.kindred.type.SqlType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Reads entities together with joined relations and aggregates, in one statement. Thread-safe. */
public final class JoinedReads {

    private final EntityReads entities;
    private final Map<Relation<?, ?>, KeyPositions> plainKeys = new ConcurrentHashMap<>();

    /** Builds the entities with {@code entities}. */
    JoinedReads(EntityReads entities) {
        this.entities = entities;
    }

    /** Returns how the handles of entities load whose query has no mode. */
    LoadMode mode() {
        return entities.mode();
    }

    /** Sends {@code query} and returns its entities together with the relations that {@code plan} joins. */
    public <E> Mono<List<E>> read(StatementRunner runner, SelectQuery<E> query, PreloadPlan<E> plan, LoadMode mode) {
        Mono<List<E>> rows = send(runner, ShapedStatement.of(plan.beside(query.toSelect())), plan, () -> {
            JoinedReader<E> reader =
                    JoinedReader.of(entities, query, plan, query.columns().size(), mode);
            return new Joined<>(reader, reader);
        });
        return runner.originating(Operation.FIND, query.model().type(), rows);
    }

    /** As {@link #read(StatementRunner, SelectQuery, PreloadPlan, LoadMode)}, with the values of {@code aggregates}. */
    public <E> Mono<List<Aggregated<E>>> read(
            StatementRunner runner,
            SelectQuery<E> query,
            Aggregates<E> aggregates,
            PreloadPlan<E> plan,
            LoadMode mode) {
        List<ValuesReader.Wanted> wanted = ValuesReader.Wanted.all(
                aggregates.values().stream().map(Aggregation::type).toList(), aggregates.all());
        int width = query.columns().size();
        Mono<List<Aggregated<E>>> rows =
                send(runner, ShapedStatement.of(plan.beside(query.toSelect().with(aggregates.values()))), plan, () -> {
                    JoinedReader<E> reader = JoinedReader.of(entities, query, plan, width + wanted.size(), mode);
                    ValuesReader values = new ValuesReader(wanted, width, entities.decoding());
                    return new Joined<>(aggregated(reader, aggregates, values), reader);
                });
        return runner.originating(Operation.FIND, query.model().type(), rows);
    }

    /**
     * Sends {@code pairs} and returns its rows. The values of a row have {@code types}, and the first {@code width} of
     * them are the key of the entity.
     */
    Mono<List<PairReader.Pair>> pairs(StatementRunner runner, Select pairs, List<SqlType<?>> types, int width) {
        List<ValuesReader.Wanted> wanted =
                types.stream().map(type -> new ValuesReader.Wanted(type, null)).toList();
        return runner.read(
                pairs, () -> new PairReader(new ValuesReader(wanted, 0, entities.decoding()), width, wanted.size()));
    }

    /**
     * Sends {@code statement}, which reads rows of {@code wanted}, and returns its rows with their keys, and the
     * relations that are joined to them.
     */
    <E, R> Mono<KeyedRowList<R>> keyed(StatementRunner runner, Wanted<E, R, ?> wanted, ShapedStatement<?> statement) {
        return keyed(runner, wanted, statement, positions(wanted.step()));
    }

    private KeyPositions positions(PreloadStep<?, ?> step) {
        return step.isPlain()
                ? plainKeys.computeIfAbsent(step.relation(), relation -> KeyPositions.of(step, step.key()))
                : KeyPositions.of(step, step.key());
    }

    /** As {@link #keyed(StatementRunner, Wanted, ShapedStatement)}, with another key of the rows. */
    <E, R> Mono<KeyedRowList<R>> keyed(
            StatementRunner runner, Wanted<E, R, ?> wanted, ShapedStatement<?> statement, KeyPositions key) {
        PreloadStep<E, R> step = wanted.step();
        Mono<KeyedRowList<R>> rows = Mono.defer(() -> {
            JoinedReader<R> reader = JoinedReader.of(entities, step, key, 0, wanted.mode());
            return send(runner, statement, step.next(), () -> new Joined<>(reader::readKeyed, reader))
                    .map(reader::withKeys);
        });
        return runner.originating(Operation.FIND, step.relation().related().type(), rows);
    }

    private static <E, T> Mono<List<T>> send(
            StatementRunner runner, ShapedStatement<?> statement, PreloadPlan<E> plan, Supplier<Joined<T>> reading) {
        if (plan.joined().isEmpty()) {
            return runner.read(statement, () -> reading.get().rows());
        }
        return Mono.defer(() -> {
            Joined<T> reader = reading.get();
            return runner.read(statement, reader::rows)
                    .doOnNext(rows -> reader.beside().remember(runner.transaction()));
        });
    }

    private static <E> RowReader<Aggregated<E>> aggregated(
            RowReader<E> entities, Aggregates<E> aggregates, ValuesReader values) {
        return row -> new DefaultAggregated<>(
                entities.read(row), aggregates.all(), values.read(row).all());
    }

    /** The readers of one result with joins. */
    private record Joined<T>(RowReader<T> rows, JoinedReader<?> beside) {}
}
