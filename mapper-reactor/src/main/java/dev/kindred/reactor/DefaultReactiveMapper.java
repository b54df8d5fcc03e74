package dev.kindred.reactor;

import dev.kindred.internal.preload.PreloadPlan;
import dev.kindred.internal.query.Aggregates;
import dev.kindred.internal.query.DefaultPreloadManyQuery;
import dev.kindred.internal.query.DefaultPreloadQuery;
import dev.kindred.internal.query.Preload;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.Aggregate;
import dev.kindred.model.BelongsToOneOfRelation;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HasManyRelation;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.ManyToManyRelation;
import dev.kindred.model.PivotRelation;
import dev.kindred.model.RawSql;
import dev.kindred.model.Relation;
import dev.kindred.model.ToManyRelation;
import dev.kindred.model.ToOneRelation;
import dev.kindred.query.Aggregated;
import dev.kindred.query.PreloadManyQuery;
import dev.kindred.query.PreloadQuery;
import dev.kindred.reactor.internal.connection.Handover;
import dev.kindred.reactor.internal.connection.Operations;
import dev.kindred.reactor.internal.execute.RawStatements;
import dev.kindred.reactor.internal.preload.AggregateLoader;
import dev.kindred.reactor.internal.preload.RelationHandle;
import dev.kindred.reactor.internal.schema.SchemaRunner;
import dev.kindred.reactor.internal.select.KeyLookup;
import dev.kindred.reactor.internal.select.PrimaryKeys;
import dev.kindred.reactor.internal.select.QueryContext;
import dev.kindred.reactor.internal.transaction.Transactions;
import dev.kindred.reactor.internal.wiring.MapperParts;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import dev.kindred.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The implementation of {@link ReactiveMapper}. */
final class DefaultReactiveMapper extends DefaultWriteOperations {

    private final QueryContext execution;
    private final Transactions transactions;
    private final SchemaRunner schemas;
    private final RelatedOperations related;
    private final Map<EntityModel<?>, KeyLookup<?>> lookups = new ConcurrentHashMap<>();

    DefaultReactiveMapper(MapperParts parts) {
        super(parts);
        this.execution = parts.execution();
        this.transactions = parts.transactions();
        this.schemas = parts.schema();
        this.related = new RelatedOperations(execution, parts.writing());
    }

    @Override
    public <E> EntitySelect<E> from(EntityModel<E> model) {
        return new DefaultEntitySelect<>(execution.acrossTenants(), SelectQuery.of(model));
    }

    @Override
    public <E> Mono<E> find(Class<E> type, Object key, Object... furtherParts) {
        EntityModel<E> model = EntityModel.of(type);
        if (PrimaryKeys.hasNull(key, furtherParts)) {
            return execution.translated(Mono.error(() -> PrimaryKeys.isNull(model)));
        }
        List<Object> parts = PrimaryKeys.parts(model, key, furtherParts);
        return lookup(model, parts).find(execution, parts);
    }

    @SuppressWarnings("unchecked") // a lookup is stored under the model of its entities
    private <E> KeyLookup<E> lookup(EntityModel<E> model, List<Object> parts) {
        @Nullable KeyLookup<?> known = lookups.get(model);
        return (KeyLookup<E>)
                (known == null
                        ? lookups.computeIfAbsent(model, absent -> KeyLookup.of(model, parts, execution))
                        : known);
    }

    @Override
    public <E> Mono<E> get(Class<E> type, Object key, Object... furtherParts) {
        return execution.translated(find(type, key, furtherParts)
                .switchIfEmpty(Mono.error(() -> PrimaryKeys.notFound(EntityModel.of(type), key, furtherParts))));
    }

    @Override
    public <E, R> Flux<E> preload(Collection<E> entities, Relation<E, R> relation) {
        return preloaded(entities, relation, SelectQuery.of(relation));
    }

    @Override
    public <E, R> Flux<E> preload(
            Collection<E> entities, ToOneRelation<E, R> relation, UnaryOperator<PreloadQuery<R>> related) {
        return preloaded(entities, relation, DefaultPreloadQuery.of(relation, related));
    }

    @Override
    public <E, R> Flux<E> preload(
            Collection<E> entities, ToManyRelation<E, R> relation, UnaryOperator<PreloadManyQuery<R>> related) {
        return preloaded(entities, relation, DefaultPreloadManyQuery.of(relation, related));
    }

    @Override
    public <E, R> Flux<E> preload(Publisher<? extends E> entities, Relation<E, R> relation) {
        return preloaded(entities, relation, SelectQuery.of(relation));
    }

    @Override
    public <E, R> Flux<E> preload(
            Publisher<? extends E> entities, ToOneRelation<E, R> relation, UnaryOperator<PreloadQuery<R>> related) {
        return preloaded(entities, relation, DefaultPreloadQuery.of(relation, related));
    }

    @Override
    public <E, R> Flux<E> preload(
            Publisher<? extends E> entities,
            ToManyRelation<E, R> relation,
            UnaryOperator<PreloadManyQuery<R>> related) {
        return preloaded(entities, relation, DefaultPreloadManyQuery.of(relation, related));
    }

    @Override
    public <E> Flux<E> preload(Collection<E> entities, BelongsToOneOfRelation<E, ?> relation) {
        return preloaded(entities, ofEachType(relation));
    }

    @Override
    public <E> Flux<E> preload(Publisher<? extends E> entities, BelongsToOneOfRelation<E, ?> relation) {
        return preloaded(entities, ofEachType(relation));
    }

    private static <E> List<Preload<E, ?>> ofEachType(BelongsToOneOfRelation<E, ?> relation) {
        List<Preload<E, ?>> preloads = new ArrayList<>();
        for (Relation<E, ?> type : Checks.notNull(relation, "relation").relations()) {
            preloads.add(ofAll(type));
        }
        return preloads;
    }

    private static <E, R> Preload<E, R> ofAll(Relation<E, R> relation) {
        return new Preload<>(relation, SelectQuery.of(relation));
    }

    private <E, R> Flux<E> preloaded(Publisher<? extends E> entities, Relation<E, R> relation, SelectQuery<R> query) {
        return preloaded(entities, List.of(new Preload<>(relation, query)));
    }

    private <E> Flux<E> preloaded(Publisher<? extends E> entities, List<Preload<E, ?>> preloads) {
        Flux<E> loaded = Flux.<E>from(Checks.notNull(entities, "entities"))
                .buffer(execution.relations().handles().batchSize())
                .concatMap(chunk -> Handover.each(loaded(chunk, preloads)));
        Relation<E, ?> relation = preloads.get(0).relation();
        return operations().observe(Operation.PRELOAD, relation.entity(), relation, loaded);
    }

    private <E, R> Flux<E> preloaded(Collection<E> entities, Relation<E, R> relation, SelectQuery<R> query) {
        return preloaded(entities, List.of(new Preload<>(relation, query)));
    }

    private <E> Flux<E> preloaded(Collection<E> entities, List<Preload<E, ?>> preloads) {
        Relation<E, ?> relation = preloads.get(0).relation();
        return Handover.each(
                operations().observe(Operation.PRELOAD, relation.entity(), relation, loaded(entities, preloads)));
    }

    private <E> Mono<List<E>> loaded(Collection<E> entities, List<Preload<E, ?>> preloads) {
        List<E> given = Checks.noNulls(entities, "entities");
        return execution.statements().separately(runner -> {
            PreloadPlan<E> plan = PreloadPlan.ofEntities(preloads);
            List<E> live = given;
            for (Preload<E, ?> preload : preloads) {
                live = execution.relations().handles().live(live, preload.relation());
            }
            return execution
                    .preloader()
                    .preload(
                            runner, live, plan, execution.relations().entities().mode())
                    .thenReturn(live);
        });
    }

    private Operations operations() {
        return execution.statements().operations();
    }

    @Override
    public <E> Flux<Aggregated<E>> aggregate(Collection<E> entities, Collection<? extends Aggregate<E, ?>> aggregates) {
        List<E> given = Checks.noNulls(entities, "entities");
        Aggregates<E> wanted = Aggregates.of(aggregates);
        for (Aggregate<E, ?> aggregate : wanted.all()) {
            given.forEach(entity -> RelationHandle.requireKey(entity, aggregate.relation()));
        }
        AggregateLoader loader = new AggregateLoader(execution.decoding());
        Mono<List<Aggregated<E>>> loaded = execution
                .statements()
                .tenants()
                .of(given, execution.statements().separately(runner -> loader.load(runner, given, wanted)));
        @Nullable
        Relation<E, ?> relation =
                wanted.all().isEmpty() ? null : wanted.all().get(0).relation();
        return Handover.each(operations()
                .observe(Operation.AGGREGATE, relation == null ? null : relation.entity(), relation, loaded));
    }

    @Override
    public <E, R> Related<R> related(E entity, ToOneRelation<E, R> relation) {
        return related.one(entity, relation);
    }

    @Override
    public <E, R> Related<R> related(Class<E> type, Object key, ToOneRelation<E, R> relation) {
        return related.one(type, key, relation);
    }

    @Override
    public <E, R> RelatedMany<R> related(E entity, ToManyRelation<E, R> relation) {
        return related.many(entity, relation);
    }

    @Override
    public <E, R> RelatedMany<R> related(Class<E> type, Object key, ToManyRelation<E, R> relation) {
        return related.many(type, key, relation);
    }

    @Override
    public <E, R, P> RelatedPivots<R, P> related(Class<E> type, Object key, PivotRelation<E, R, P> relation) {
        return related.pivots(type, key, relation);
    }

    @Override
    public <E, R> HasOneOperations<E, R> related(E entity, HasOneRelation<E, R> relation) {
        return related.child(entity, relation);
    }

    @Override
    public <E, R> HasManyOperations<E, R> related(E entity, HasManyRelation<E, R> relation) {
        return related.children(entity, relation);
    }

    @Override
    public <E, R> ManyToManyOperations<R> related(E entity, ManyToManyRelation<E, R> relation) {
        return related.pairs(entity, relation);
    }

    @Override
    public <E, R, P> PivotOperations<R, P> related(E entity, PivotRelation<E, R, P> relation) {
        return related.pairs(entity, relation);
    }

    @Override
    public <E, R> BelongsToOperations<E, R> related(E entity, BelongsToRelation<E, R> relation) {
        return related.owner(entity, relation);
    }

    @Override
    public <E, T> BelongsToOneOfOperations<E, T> related(E entity, BelongsToOneOfRelation<E, T> relation) {
        return new DefaultBelongsToOneOfOperations<>(
                related, Checks.notNull(relation, "relation"), Checks.notNull(entity, "entity"));
    }

    @Override
    public SqlStatement sql(RawSql sql) {
        return new DefaultSqlStatement(execution, RawStatements.allowed(Checks.notNull(sql, "sql")), false);
    }

    @Override
    public SchemaOperations schema(Schema schema) {
        return new DefaultSchemaOperations(Checks.notNull(schema, "schema"), transactions, schemas);
    }
}
