package dev.kindred.internal.sql;

import dev.kindred.internal.util.Checks;

/**
 * The row lock of a select, held until the transaction ends. Immutable.
 *
 * @param strength what other transactions cannot do meanwhile
 * @param waiting what happens if another transaction holds the lock
 */
public record Lock(Strength strength, Wait waiting) {

    public Lock {
        Checks.notNull(strength, "strength");
        Checks.notNull(waiting, "waiting");
    }

    /** The strength of a row lock. */
    public enum Strength {
        /** Other transactions can neither update nor lock the row. */
        UPDATE,
        /** Other transactions cannot update the row; they can share the lock. */
        SHARE
    }

    /** What happens if another transaction holds the lock. */
    public enum Wait {
        /** Waits for the lock. */
        UNTIL_FREE,
        /** Skips the row. */
        SKIP_LOCKED,
        /** Fails with a server error. */
        NO_WAIT
    }
}
