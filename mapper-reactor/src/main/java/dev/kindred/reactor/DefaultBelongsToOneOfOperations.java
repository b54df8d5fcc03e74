package dev.kindred.reactor;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.persist.BelongsToWrites;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.BelongsToOneOfRelation;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.reactor.internal.persist.BelongsToWriter;
import java.util.List;
import reactor.core.publisher.Mono;

/** The operations on the target of one entity, which has one of several types. */
final class DefaultBelongsToOneOfOperations<E, T> implements BelongsToOneOfOperations<E, T> {

    private final RelatedOperations related;
    private final BelongsToOneOfRelation<E, T> relation;
    private final E entity;

    DefaultBelongsToOneOfOperations(RelatedOperations related, BelongsToOneOfRelation<E, T> relation, E entity) {
        this.related = related;
        this.relation = relation;
        this.entity = entity;
    }

    @Override
    public Mono<T> find() {
        Mono<T> found = Mono.defer(() -> {
            // An entity of the caller gets a handle, which has the error of an unknown type.
            E live = related.execution()
                    .relations()
                    .handles()
                    .live(List.of(entity), relation.relations().get(0))
                    .get(0);
            return find(live, present(live));
        });
        return related.execution().translated(found);
    }

    /** Returns the relation of the type that {@code row} references, or of any type if it references none. */
    private BelongsToRelation<E, ? extends T> present(E row) {
        for (BelongsToRelation<E, ? extends T> type : relation.relations()) {
            if (RelationKey.of(type.sourceKey(), row) != null) {
                return type;
            }
        }
        return relation.relations().get(0);
    }

    private <R extends T> Mono<T> find(E live, BelongsToRelation<E, R> type) {
        return related.one(live, type).find().map(target -> target);
    }

    @Override
    public Mono<T> get() {
        Mono<T> required = find().switchIfEmpty(Mono.error(() -> new EntityNotFoundException(
                "The " + relation.entity().getSimpleName() + " has no related row: " + relation
                        + " found no row. Use find() if the row is optional.",
                relation.relations().get(0).related().type(),
                null)));
        return related.execution().translated(required);
    }

    @Override
    public Mono<E> associate(T target) {
        return associate(relation.relationTo(Checks.notNull(target, "target")), target);
    }

    @SuppressWarnings("unchecked") // the relation is the one of the type of the target
    private <R> Mono<E> associate(BelongsToRelation<E, R> type, Object target) {
        return related.owner(entity, type).associate((R) target);
    }

    @Override
    public Mono<E> dissociate() {
        return dissociate(present(entity));
    }

    private <R> Mono<E> dissociate(BelongsToRelation<E, R> type) {
        BelongsToWrites<E, R> writes =
                new BelongsToWrites<>(type, related.writing().clock());
        return RelationOrigins.of(type, related.writing())
                .deletes(new BelongsToWriter<>(related.writing().rows(), writes, entity).dissociateFromAnyType());
    }
}
