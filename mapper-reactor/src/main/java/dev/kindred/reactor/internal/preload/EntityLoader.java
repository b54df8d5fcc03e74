package dev.kindred.reactor.internal.preload;

import dev.kindred.error.MappingException;
import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.internal.preload.AggregateStep;
import dev.kindred.internal.preload.KeyRows;
import dev.kindred.internal.preload.PreloadPlan;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.internal.preload.RelationKey;
import dev.kindred.internal.render.RenderedSql;
import dev.kindred.internal.sql.Expression.Aggregation;
import dev.kindred.internal.sql.InsertWithChild;
import dev.kindred.internal.sql.JoinedSelect;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.Statement;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.query.Aggregated;
import dev.kindred.query.Aggregates;
import dev.kindred.query.GroupedRow;
import dev.kindred.query.Groups;
import dev.kindred.query.LoadMode;
import dev.kindred.query.ProjectedRow;
import dev.kindred.query.Projection;
import dev.kindred.query.SelectQuery;
import dev.kindred.reactor.internal.connection.ConnectionScope.Access;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.row.EntityCopier;
import dev.kindred.reactor.internal.row.EntityRowReader;
import dev.kindred.reactor.internal.row.EntityShape;
import dev.kindred.reactor.internal.row.EntityShapes;
import dev.kindred.reactor.internal.row.NamedRowReader;
import dev.kindred.reactor.internal.row.RowReader;
import dev.kindred.reactor.internal.row.ValuesReader;
import dev.kindred.reactor.internal.row.ValuesReader.Values;
import dev.kindred.reactor.internal.row.ValuesReader.Wanted;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import dev.kindred.reactor.spi.StatementOrigin.Operation;
import dev.kindred.type.JsonFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Reads entities with live handles, and the rows that handles and preloads ask for. Thread-safe. */
public final class EntityLoader {

    private final StatementRunner statements;
    private final JsonFormat json;
    private final int batchSize;
    private final EntityShapes shapes = new EntityShapes();
    private final Map<Relation<?, ?>, List<?>> inverses = new ConcurrentHashMap<>();

    /** Lets at most {@code batchSize} siblings load together. */
    public EntityLoader(StatementRunner statements, JsonFormat json, int batchSize) {
        this.statements = statements;
        this.json = json;
        this.batchSize = batchSize;
    }

    /** Returns the transaction that {@code context} carries for this mapper's connections, or null. */
    @Nullable
    TransactionScope transactionIn(ContextView context) {
        return statements.transactionIn(context);
    }

    /** Throws {@link RelationKeyMissingException} when {@code entity} was read without the key that {@code relation} goes by. */
    public static <E> void requireKey(E entity, Relation<E, ?> relation) {
        if (relation.handle(entity) instanceof RelationHandle<?> handle) {
            handle.requireKey();
        }
    }

    /** Returns the relations by which the rows of {@code relation} find exactly their entities. */
    @SuppressWarnings("unchecked") // the list at a relation is that of its inverses
    <E, R> List<Relation<R, E>> inverses(Relation<E, R> relation) {
        return (List<Relation<R, E>>)
                inverses.computeIfAbsent(relation, absent -> BackReferences.inverses((Relation<E, R>) absent));
    }

    EntityShapes shapes() {
        return shapes;
    }

    boolean sharesConnections(EntityLoader other) {
        return statements.sharesConnections(other.statements);
    }

    /** Returns how many siblings load together at most. */
    public int batchSize() {
        return batchSize;
    }

    /** Returns the entities of {@code query}, whose handles do as {@code mode} says: one statement. */
    public <E> Mono<List<E>> read(StatementRunner runner, SelectQuery<E> query, LoadMode mode) {
        return read(runner, query.toSelect(), shapes.of(query.model(), query.columns()), mode);
    }

    /** Returns the entities that {@code sql} reads in {@code shape}: one statement. */
    public <E> Mono<List<E>> read(StatementRunner runner, RenderedSql sql, EntityShape<E> shape, LoadMode mode) {
        return runner.read(sql, () -> reader(shape, mode))
                .contextWrite(Origins.of(Operation.FIND, shape.model().type()));
    }

    private <E> Mono<List<E>> read(StatementRunner runner, Select select, EntityShape<E> shape, LoadMode mode) {
        return runner.read(select, () -> reader(shape, mode))
                .contextWrite(Origins.of(Operation.FIND, shape.model().type()));
    }

    /** Returns the entities of {@code query} together with what {@code plan} joins to them: one statement. */
    public <E> Mono<List<E>> read(StatementRunner runner, SelectQuery<E> query, PreloadPlan<E> plan, LoadMode mode) {
        EntityShape<E> shape = shapes.of(query.model(), query.columns());
        Select select = query.toSelect();
        @Nullable JoinedSelect joined = plan.beside(select);
        if (joined == null) {
            return read(runner, select, shape, mode);
        }
        return joined(runner, joined, () -> {
                    JoinedReader<E> reader = new JoinedReader<>(
                            this, reader(shape, mode), plan, query.columns().size(), mode);
                    return new Joined<>(reader, reader);
                })
                .contextWrite(Origins.of(Operation.FIND, query.model().type()));
    }

    private <T> Mono<List<T>> joined(StatementRunner runner, JoinedSelect select, Supplier<Joined<T>> reading) {
        return Mono.defer(() -> {
            Joined<T> joined = reading.get();
            return runner.read(select, joined::rows)
                    .doOnNext(rows -> joined.beside().remember(runner.transaction()));
        });
    }

    /** How a statement with joins is read once. */
    private record Joined<T>(RowReader<T> rows, JoinedReader<?> beside) {}

    /** Returns the entities of {@code query} together with {@code aggregates}: one statement. */
    public <E> Mono<List<Aggregated<E>>> read(
            StatementRunner runner, SelectQuery<E> query, Aggregates<E> aggregates, PreloadPlan<E> plan, LoadMode mode) {
        EntityShape<E> shape = shapes.of(query.model(), query.columns());
        List<Wanted> wanted =
                Wanted.all(aggregates.values().stream().map(Aggregation::type).toList(), aggregates.all());
        Supplier<ValuesReader> values =
                () -> new ValuesReader(wanted, query.columns().size(), json);
        Select select = query.toSelect().with(aggregates.values());
        @Nullable JoinedSelect joined = plan.beside(select);
        if (joined == null) {
            return runner.read(
                            select,
                            () -> aggregated(reader(shape, mode), aggregates, values.get()))
                    .contextWrite(Origins.of(Operation.FIND, query.model().type()));
        }
        int width = query.columns().size() + aggregates.all().size();
        return joined(runner, joined, () -> {
                    JoinedReader<E> reader = new JoinedReader<>(this, reader(shape, mode), plan, width, mode);
                    return new Joined<>(aggregated(reader, aggregates, values.get()), reader);
                })
                .contextWrite(Origins.of(Operation.FIND, query.model().type()));
    }

    private static <E> RowReader<Aggregated<E>> aggregated(
            RowReader<E> entities, Aggregates<E> aggregates, ValuesReader values) {
        return row -> new Aggregated<>(
                entities.read(row), aggregates.all(), values.read(row).all());
    }

    /** Returns the values of {@code projection}: one statement. */
    public <E> Mono<List<ProjectedRow<E>>> read(StatementRunner runner, Projection<E> projection) {
        List<Wanted> wanted = projection.columns().stream().map(Wanted::of).toList();
        return runner.read(
                        projection.toSelect(),
                        () -> each(wanted, values -> new ProjectedRow<>(projection, values)))
                .contextWrite(
                        Origins.of(Operation.FIND, projection.query().model().type()));
    }

    /** Returns {@code groups} of rows: one statement. */
    public <E> Mono<List<GroupedRow<E>>> read(StatementRunner runner, Groups<E> groups) {
        List<Wanted> wanted = new ArrayList<>();
        groups.keys().forEach(key -> wanted.add(Wanted.of(key)));
        groups.values().forEach(value -> wanted.add(new Wanted(value.value().type(), value)));
        return runner.read(
                        groups.toGrouping(),
                        () -> each(wanted, values -> new GroupedRow<>(groups, values)))
                .contextWrite(
                        Origins.of(Operation.AGGREGATE, groups.query().model().type()));
    }

    private <T> RowReader<T> each(List<Wanted> wanted, Function<List<@Nullable Object>, T> mapping) {
        ValuesReader values = new ValuesReader(wanted, 0, json);
        return row -> mapping.apply(values.read(row).all());
    }

    /** Returns the values of {@code step} by key: one statement, or none without a key. */
    <E> Mono<Map<Object, Values>> aggregate(StatementRunner runner, AggregateStep<E> step, KeyRows<E> keys) {
        if (keys.isEmpty()) {
            return Mono.just(Map.of());
        }
        List<Object> targets = new ArrayList<>(step.relation().targetKey());
        targets.addAll(step.aggregates());
        List<Wanted> wanted = Wanted.all(step.types(), targets);
        return runner.read(step.statementFor(keys), () -> new ValuesReader(wanted, 0, json))
                .map(rows -> KeyMatches.byKey(step, keys, rows))
                .flatMap(found -> {
                    KeyRows<E> similar = keys.similarToFound(found::containsKey);
                    return similar.isEmpty()
                            ? Mono.just(found)
                            : aggregate(runner, step, similar).map(more -> KeyMatches.both(found, more));
                })
                .contextWrite(Origins.of(Operation.AGGREGATE, step.relation().entity(), step.relation()));
    }

    /** Returns the entities that {@code statement} writes and gives back with all their columns: one statement. */
    public <E> Mono<List<E>> write(StatementRunner runner, Statement statement, EntityModel<E> model) {
        EntityShape<E> shape = shapes.of(model, model.columns());
        return runner.write(statement, () -> reader(shape, LoadMode.BATCH));
    }

    /** Returns the two entities that {@code statement} writes: one statement. */
    public <P, C> Mono<Pair<P, C>> writePair(
            StatementRunner runner, InsertWithChild statement, EntityModel<P> parent, EntityModel<C> child) {
        EntityShape<P> first = shapes.of(parent, parent.columns());
        EntityShape<C> second =
                shapes.of(child, child.columns(), parent.columns().size());
        return runner.write(statement, () -> {
                    RowReader<P> parents = reader(first, LoadMode.BATCH);
                    RowReader<C> children = reader(second, LoadMode.BATCH);
                    return row -> new Pair<>(parents.read(row), children.read(row));
                })
                .map(rows -> {
                    if (rows.isEmpty()) {
                        throw new MappingException("The insert into " + parent.table() + " and " + child.table()
                                + " stored nothing: a trigger or a rule of a table swallowed a row.");
                    }
                    return rows.get(0);
                });
    }

    /** Returns a reader of entities whose columns a statement of the user's names. */
    public <E> RowReader<E> namedReader(EntityModel<E> model, LoadMode mode) {
        return new NamedRowReader<>(model, json, new Siblings<>(model, mode, this));
    }

    /** Returns how JSON is read. */
    public JsonFormat json() {
        return json;
    }

    <E> EntityRowReader<E> reader(EntityShape<E> shape, LoadMode mode) {
        return new EntityRowReader<>(shape, json, new Siblings<>(shape.model(), mode, this));
    }

    /** Returns {@code entities}, each with a live handle of {@code relation}: itself when it has one, else a copy that has it. */
    public <E> List<E> withHandles(List<E> entities, Relation<E, ?> relation) {
        if (entities.isEmpty()) {
            return entities;
        }
        EntityModel<E> model = modelOf(relation);
        Siblings<E> siblings = new Siblings<>(model, LoadMode.BATCH, this);
        return entities.stream()
                .map(entity -> isLive(relation, entity)
                        ? entity
                        : EntityCopier.copy(model, entity, each -> siblings.handleOf(each, entity)))
                .toList();
    }

    /** Returns {@code entity} with live handles: itself when it has them, else a copy. */
    public <E> E withHandles(EntityModel<E> model, E entity) {
        if (model.relations().stream().allMatch(each -> isLive(each, entity))) {
            return entity;
        }
        Siblings<E> siblings = new Siblings<>(model, LoadMode.BATCH, this);
        return EntityCopier.copy(model, entity, each -> siblings.handleOf(each, entity));
    }

    /** Tells whether {@code entity} has a handle of {@code relation} that goes by its key and reads from this mapper's database. */
    <E> boolean isLive(Relation<E, ?> relation, E entity) {
        return relation.handle(entity) instanceof RelationHandle<?> handle
                && handle.leadsBy(RelationKey.of(relation.sourceKey(), entity), this);
    }

    /** Returns a copy of {@code entity} with {@code values} and live handles that go by them. */
    public <E> E withValues(EntityModel<E> model, E entity, Map<EntityColumn<E, ?>, @Nullable Object> values) {
        E filled = EntityCopier.copy(model, entity, values, handles(model, entity));
        return EntityCopier.copy(model, filled, handles(model, filled));
    }

    private <E> Function<Relation<E, ?>, Object> handles(EntityModel<E> model, E entity) {
        Siblings<E> siblings = new Siblings<>(model, LoadMode.BATCH, this);
        return relation -> siblings.handle(
                model.relations().indexOf(relation), relation, RelationKey.raw(relation.sourceKey(), entity));
    }

    private static <E> EntityModel<E> modelOf(Relation<E, ?> relation) {
        return EntityModel.of(relation.entity());
    }

    /** Returns the rows that {@code keys} lead to, on the subscriber's connection: one statement, or none without a key. */
    <E, R> Mono<Resolution<R>> resolve(PreloadStep<E, R> step, KeyRows<E> keys, LoadMode mode) {
        return keys.isEmpty()
                ? nothing()
                : statements.together(Access.READ, runner -> resolve(runner, step, keys, mode))
                        .contextWrite(Origins.of(Operation.LOAD, step.relation().entity(), step.relation()));
    }

    /** Returns the rows that {@code keys} lead to: one statement, or none without a key. */
    <E, R> Mono<Resolution<R>> resolve(StatementRunner runner, PreloadStep<E, R> step, KeyRows<E> keys, LoadMode mode) {
        return keys.isEmpty()
                ? nothing()
                : read(runner, step.queryFor(keys), step.next(), mode)
                        .map(rows -> KeyMatches.resolution(step, keys, rows))
                        .flatMap(found -> {
                            KeyRows<E> similar = keys.similarToFound(key -> found.row(key) != null);
                            return similar.isEmpty()
                                    ? Mono.just(found)
                                    : resolve(runner, step, similar, mode).map(found::merge);
                        })
                        .contextWrite(
                                Origins.of(Operation.PRELOAD, step.relation().entity(), step.relation()));
    }

    private static <R> Mono<Resolution<R>> nothing() {
        return Mono.just(Resolution.of(Map.of(), Set.of()));
    }

    /** A parent and its child. */
    public record Pair<P, C>(P parent, C child) {}
}
