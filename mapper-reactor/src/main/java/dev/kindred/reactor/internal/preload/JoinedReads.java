package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.preload.PreloadPlan;
import dev.kindred.internal.query.Aggregates;
import dev.kindred.internal.query.DefaultAggregated;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Expression.Aggregation;
import dev.kindred.internal.sql.JoinedSelect;
import dev.kindred.internal.sql.Select;
import dev.kindred.query.Aggregated;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.read.EntityReads;
import dev.kindred.reactor.internal.row.EntityShape;
import dev.kindred.reactor.internal.row.RowReader;
import dev.kindred.reactor.internal.row.ValuesReader;
import dev.kindred.reactor.internal.row.ValuesReader.Wanted;
import dev.kindred.reactor.spi.StatementOrigin.Operation;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads entities together with joined relations and aggregates, in one statement. Thread-safe. */
public final class JoinedReads {

    private final EntityReads entities;

    /** Builds the entities with {@code entities}. */
    JoinedReads(EntityReads entities) {
        this.entities = entities;
    }

    /** Sends {@code query} and returns its entities together with the relations that {@code plan} joins. */
    public <E> Mono<List<E>> read(StatementRunner runner, SelectQuery<E> query, PreloadPlan<E> plan, LoadMode mode) {
        EntityShape<E> shape = entities.shape(query.model(), query.columns(), 0);
        Select select = query.toSelect();
        @Nullable JoinedSelect joined = plan.beside(select);
        if (joined == null) {
            return entities.read(runner, select, shape, mode);
        }
        return joined(runner, joined, () -> {
                    JoinedReader<E> reader = new JoinedReader<>(
                            entities,
                            entities.reader(shape, mode),
                            plan,
                            query.columns().size(),
                            mode);
                    return new Joined<>(reader, reader);
                })
                .contextWrite(Origins.of(Operation.FIND, query.model().type()));
    }

    /** As {@link #read(StatementRunner, SelectQuery, PreloadPlan, LoadMode)}, with the values of {@code aggregates}. */
    public <E> Mono<List<Aggregated<E>>> read(
            StatementRunner runner,
            SelectQuery<E> query,
            Aggregates<E> aggregates,
            PreloadPlan<E> plan,
            LoadMode mode) {
        EntityShape<E> shape = entities.shape(query.model(), query.columns(), 0);
        List<Wanted> wanted =
                Wanted.all(aggregates.values().stream().map(Aggregation::type).toList(), aggregates.all());
        Supplier<ValuesReader> values =
                () -> new ValuesReader(wanted, query.columns().size(), entities.json());
        Select select = query.toSelect().with(aggregates.values());
        @Nullable JoinedSelect joined = plan.beside(select);
        int width = query.columns().size() + aggregates.all().size();
        Mono<List<Aggregated<E>>> rows = joined == null
                ? runner.read(select, () -> aggregated(entities.reader(shape, mode), aggregates, values.get()))
                : joined(runner, joined, () -> {
                    JoinedReader<E> reader =
                            new JoinedReader<>(entities, entities.reader(shape, mode), plan, width, mode);
                    return new Joined<>(aggregated(reader, aggregates, values.get()), reader);
                });
        return rows.contextWrite(Origins.of(Operation.FIND, query.model().type()));
    }

    private static <T> Mono<List<T>> joined(StatementRunner runner, JoinedSelect select, Supplier<Joined<T>> reading) {
        return Mono.defer(() -> {
            Joined<T> joined = reading.get();
            return runner.read(select, joined::rows)
                    .doOnNext(rows -> joined.beside().remember(runner.transaction()));
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
