package dev.kindred.reactor;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.MappingException;
import dev.kindred.error.StaleVersionException;
import dev.kindred.internal.persist.EntityWrites;
import dev.kindred.internal.preload.PreloadPlan;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.query.LoadMode;
import dev.kindred.query.Preload;
import dev.kindred.query.SelectQuery;
import dev.kindred.reactor.MapperWiring.Execution;
import dev.kindred.reactor.internal.connection.ConnectionScope;
import dev.kindred.reactor.internal.preload.EntityLoader;
import dev.kindred.reactor.internal.transaction.Transactions;
import dev.kindred.sql.Statement;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The mapper. */
final class DefaultReactiveMapper implements ReactiveMapper {

    private final Execution execution;
    private final Transactions transactions;
    private final Clock clock;

    DefaultReactiveMapper(Execution execution, Transactions transactions, Clock clock) {
        this.execution = execution;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public <E> ReactiveSelect<E> from(Class<E> type) {
        return new DefaultReactiveSelect<>(execution, SelectQuery.of(EntityModel.of(type)));
    }

    @Override
    public <E> Mono<E> find(Class<E> type, Object key, Object... furtherParts) {
        EntityModel<E> model = EntityModel.of(type);
        return from(type)
                .where(PrimaryKeys.condition(model, key, furtherParts))
                .all()
                .next();
    }

    @Override
    public <E> Mono<E> get(Class<E> type, Object key, Object... furtherParts) {
        return find(type, key, furtherParts)
                .switchIfEmpty(Mono.error(() -> new EntityNotFoundException(
                        "There is no " + type.getSimpleName() + " with the key that was asked for, in the table "
                                + EntityModel.of(type).table() + ".")));
    }

    @Override
    public <E> Mono<E> insert(E entity) {
        EntityModel<E> model = modelOf(entity);
        return Mono.defer(() -> write(writes(model).insert(entity), model))
                .flatMap(rows -> rows.isEmpty() ? Mono.error(() -> notStored(model)) : Mono.just(rows.get(0)));
    }

    @Override
    public <E> Mono<E> update(E entity) {
        EntityModel<E> model = modelOf(entity);
        EntityWrites<E> writes = writes(model);
        return Mono.defer(() -> writes.update(entity)
                        .map(update -> write(update, model))
                        .orElseGet(() -> from(model.type())
                                .where(PrimaryKeys.condition(model, entity))
                                .all()
                                .collectList()))
                .flatMap(rows ->
                        rows.isEmpty() ? Mono.error(() -> absent(writes, model, "update")) : Mono.just(rows.get(0)));
    }

    @Override
    public Mono<Boolean> delete(Object entity) {
        return delete(modelOf(entity), entity);
    }

    private <E> Mono<Boolean> delete(EntityModel<E> model, E entity) {
        EntityWrites<E> writes = writes(model);
        return Mono.defer(() -> execution
                        .scopes()
                        .run(scope -> execution
                                .executor()
                                .change(scope, execution.renderer().render(writes.delete(entity)))))
                .flatMap(rows -> rows == 0 && writes.isVersioned()
                        ? Mono.error(() -> absent(writes, model, "delete"))
                        : Mono.just(rows > 0));
    }

    @Override
    public <E, R> Flux<E> preload(
            Collection<E> entities, Relation<E, R> relation, UnaryOperator<SelectQuery<R>> related) {
        List<E> given = Checks.noNulls(entities, "entities");
        SelectQuery<R> query = Checks.notNull(related, "related").apply(SelectQuery.of(relation.related()));
        return Flux.deferContextual(context -> {
            PreloadPlan<E> plan = PreloadPlan.of(List.of(new Preload<>(relation, query)));
            List<E> live = execution.loader().withHandles(given, relation);
            ConnectionScope scope =
                    execution.scopes().perStatement(execution.scopes().transactionIn(context));
            return execution
                    .preloader()
                    .preload(scope, live, plan, LoadMode.BATCH)
                    .thenMany(Flux.fromIterable(live));
        });
    }

    @Override
    public <E, R> Related<R> related(E entity, Relation<E, R> relation) {
        PreloadStep<E, R> step = PreloadStep.of(Checks.notNull(relation, "relation"));
        EntityLoader.requireKey(Checks.notNull(entity, "entity"), relation);
        return new DefaultRelated<>(execution, step.query(), step.queryFor(entity));
    }

    @Override
    public <T> Mono<T> transactional(Mono<T> work) {
        return transactions.execute(Checks.notNull(work, "work"));
    }

    private <E> Mono<List<E>> write(Statement statement, EntityModel<E> model) {
        return execution.scopes().run(scope -> execution.loader().write(scope, statement, model));
    }

    private <E> EntityWrites<E> writes(EntityModel<E> model) {
        return new EntityWrites<>(model, clock);
    }

    private static RuntimeException notStored(EntityModel<?> model) {
        return new MappingException("The insert into " + model.table()
                + " stored no row: a trigger or a rule of the table swallowed the " + model.name() + ".");
    }

    private static RuntimeException absent(EntityWrites<?> writes, EntityModel<?> model, String what) {
        return writes.isVersioned()
                ? new StaleVersionException("Cannot " + what + " the " + model.name() + ": its row in " + model.table()
                        + " was changed or deleted since it was read. Read it again and repeat the change.")
                : new EntityNotFoundException("Cannot " + what + " the " + model.name()
                        + ": there is no row with its key in " + model.table() + ".");
    }

    @SuppressWarnings("unchecked") // the class of an E is a Class<E>
    private static <E> EntityModel<E> modelOf(E entity) {
        return EntityModel.of((Class<E>) Checks.notNull(entity, "entity").getClass());
    }
}
