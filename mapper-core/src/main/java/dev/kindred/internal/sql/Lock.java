package dev.kindred.internal.sql;

import dev.kindred.internal.util.Checks;

/**
 * How the rows that are read are locked until the transaction ends. Immutable.
 *
 * @param strength what others may not do meanwhile
 * @param waiting what happens at a row that somebody else has locked
 */
public record Lock(Strength strength, Wait waiting) {

    public Lock {
        Checks.notNull(strength, "strength");
        Checks.notNull(waiting, "waiting");
    }

    /** What others may not do with a locked row. */
    public enum Strength {
        /** Neither change nor lock it. */
        UPDATE,
        /** Not change it; others may share the lock. */
        SHARE
    }

    /** What happens at a row that somebody else has locked. */
    public enum Wait {
        /** Waits until it is free. */
        UNTIL_FREE,
        /** Leaves it out. */
        SKIP_LOCKED,
        /** Is an error of the server. */
        NO_WAIT
    }
}
