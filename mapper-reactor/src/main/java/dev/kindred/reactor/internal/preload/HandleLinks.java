package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.preload.RelationKey;
import dev.kindred.internal.preload.WrittenRow;
import dev.kindred.model.BelongsToRelation;
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
     * the inverse relations back, in {@code transaction} or for everybody. A handle that a read might answer otherwise stays as it is.
     */
    public <E, R> void link(@Nullable TransactionScope transaction, Written<E, R> written) {
        Relation<E, R> relation = written.relation;
        know(transaction, written);
        for (Relation<R, ?> candidate : relation.related().relations()) {
            if (isInverse(candidate, relation)) {
                @SuppressWarnings("unchecked") // the inverse leads back to the entity
                Relation<R, E> inverse = (Relation<R, E>) candidate;
                know(transaction, new Written<>(inverse, written.related, written.entities, written.areOwnersNew));
            }
        }
    }

    private static boolean isInverse(Relation<?, ?> candidate, Relation<?, ?> relation) {
        return candidate instanceof BelongsToRelation<?, ?> != relation instanceof BelongsToRelation<?, ?>
                && candidate.related().type() == relation.entity()
                && candidate.sourceKey().equals(relation.targetKey())
                && candidate.targetKey().equals(relation.sourceKey());
    }

    /** Siblings share what they know, so all that is new to them is added at once. */
    private <E, R> void know(@Nullable TransactionScope transaction, Written<E, R> written) {
        Relation<E, R> relation = written.relation;
        Map<SiblingBatch<?, R>, Map<Object, R>> rowsOfBatch = new HashMap<>();
        for (int i = 0; i < written.entities.size(); i++) {
            E entity = written.entities.get(i);
            R row = written.related.get(i);
            if (relation.handle(entity) instanceof RelationHandle<?> handle
                    && loader.isLive(relation, entity)
                    && WrittenRow.isFound(relation, entity, row, written.areOwnersNew)) {
                @SuppressWarnings("unchecked") // the member of a relation holds handles of its related entity
                RelationHandle<R> typed = (RelationHandle<R>) handle;
                @Nullable SiblingBatch<?, R> batch = typed.batch();
                @Nullable Object rawKey = typed.rawKey();
                if (batch != null && rawKey != null) {
                    rowsOfBatch.computeIfAbsent(batch, any -> new HashMap<>()).put(RelationKey.of(rawKey), row);
                }
            }
        }
        rowsOfBatch.forEach((batch, rows) -> batch.remember(transaction, Resolution.of(rows, rows.keySet())));
    }

    /**
     * Entities that were written together.
     *
     * @param relation a relation between them
     * @param entities those that declare it
     * @param related the others, at the same places
     * @param areOwnersNew whether those that are pointed at were inserted by the same call
     */
    public record Written<E, R>(Relation<E, R> relation, List<E> entities, List<R> related, boolean areOwnersNew) {}
}
