package dev.kindred.internal.persist;

import dev.kindred.model.EntityColumn;
import java.util.List;

/** Recognizes entities with distinct keys without a set of the keys. Thread-safe: it has no state. */
final class AscendingKeys {

    private AscendingKeys() {}

    /** Returns whether {@code key} is one {@code long} that ascends, as in entities that were read in that order. */
    static <E> boolean have(List<E> entities, List<EntityColumn<E, ?>> key) {
        if (entities.isEmpty() || key.size() != 1 || key.get(0).type().wireType() != Long.class) {
            return false;
        }
        EntityColumn<E, ?> column = key.get(0);
        boolean isFirst = true;
        long last = 0;
        for (E entity : entities) {
            if (!(column.getOrNull(entity) instanceof Long next) || (!isFirst && next <= last)) {
                return false;
            }
            isFirst = false;
            last = next;
        }
        return true;
    }
}
