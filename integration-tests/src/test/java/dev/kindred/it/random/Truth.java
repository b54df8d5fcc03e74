package dev.kindred.it.random;

import dev.kindred.it.random.Row.Reached;
import org.jspecify.annotations.Nullable;

/** A condition with the three values of SQL: true, false, and null for unknown. */
interface Truth {

    Truth TRUE = reached -> true;

    @Nullable
    Boolean of(Reached reached);

    default boolean holds(Row row) {
        return holds(new Reached(row, null));
    }

    default boolean holds(Reached reached) {
        return Boolean.TRUE.equals(of(reached));
    }

    default Truth and(Truth other) {
        return reached -> {
            Boolean left = of(reached);
            Boolean right = other.of(reached);
            if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
                return false;
            }
            return (left == null || right == null) ? null : Boolean.TRUE;
        };
    }

    default Truth or(Truth other) {
        return not().and(other.not()).not();
    }

    default Truth not() {
        return reached -> {
            Boolean value = of(reached);
            return value == null ? null : !value;
        };
    }
}
