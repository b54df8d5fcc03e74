package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.preload.RelationKey;
import dev.kindred.model.BelongsTo;
import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets the handles of entities that were written together lead to each other. Thread-safe. */
public final class HandleLinks {

    private final EntityLoader loader;

    /** Links entities that {@code loader} has read. */
    public HandleLinks(EntityLoader loader) {
        this.loader = loader;
    }

    /**
     * Lets the handle that each of {@code entities} has for {@code relation} lead to the one of {@code related} at the same place, and those of
     * the inverse relations back, in {@code transaction} or for everybody.
     */
    public <E, R> void link(
            @Nullable TransactionScope transaction, Relation<E, R> relation, List<E> entities, List<R> related) {
        know(transaction, relation, entities, related);
        for (Relation<R, ?> candidate : relation.related().relations()) {
            if (isInverse(candidate, relation)) {
                @SuppressWarnings("unchecked") // the inverse leads back to the entity
                Relation<R, E> inverse = (Relation<R, E>) candidate;
                know(transaction, inverse, related, entities);
            }
        }
    }

    private static boolean isInverse(Relation<?, ?> candidate, Relation<?, ?> relation) {
        return candidate instanceof BelongsTo<?, ?> != relation instanceof BelongsTo<?, ?>
                && candidate.related().type() == relation.entity()
                && candidate.sourceKey().equals(relation.targetKey())
                && candidate.targetKey().equals(relation.sourceKey());
    }

    /** Siblings share what they know, so all that is new to them is added at once. */
    private <E, R> void know(
            @Nullable TransactionScope transaction, Relation<E, R> relation, List<E> entities, List<R> related) {
        Map<SiblingBatch<?, R>, Map<Object, R>> rowsOfBatch = new HashMap<>();
        for (int i = 0; i < entities.size(); i++) {
            E entity = entities.get(i);
            if (relation.handle(entity) instanceof RelationHandle<?> handle && loader.isLive(relation, entity)) {
                @SuppressWarnings("unchecked") // the member of a relation holds handles of its related entity
                RelationHandle<R> typed = (RelationHandle<R>) handle;
                @Nullable SiblingBatch<?, R> batch = typed.batch();
                @Nullable Object rawKey = typed.rawKey();
                if (batch != null && rawKey != null) {
                    rowsOfBatch
                            .computeIfAbsent(batch, any -> new HashMap<>())
                            .put(RelationKey.of(rawKey), related.get(i));
                }
            }
        }
        rowsOfBatch.forEach((batch, rows) -> batch.remember(transaction, Resolution.of(rows, rows.keySet())));
    }
}
