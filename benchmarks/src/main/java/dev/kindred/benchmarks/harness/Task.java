package dev.kindred.benchmarks.harness;

/** What is asked of a peer. */
public enum Task {
    /** Reads one user by primary key. */
    FIND,
    /** Reads a page of 1,000 users: 6 columns, ordered by key. */
    LIST,
    /** Reads a page of 1,000 users, each with its profile. */
    LIST_WITH_CHILD,
    /** The same, each profile asked for by its user. */
    LIST_WITH_CHILD_LAZY,
    /** Stores a user and its profile, all or nothing, and returns the profile with both generated keys. */
    CREATE_BOTH,
    /** Stores 1,000 users, all or nothing, and returns them with their generated keys. */
    INSERT_MANY,
    /** Reads 100 rows of 30 columns of many types. */
    WIDE,
    /** As {@link #LIST_WITH_CHILD}, of 10 users. */
    PARENTS_10,
    /** As {@link #LIST_WITH_CHILD}, of 100 users. */
    PARENTS_100,
    /** As {@link #LIST_WITH_CHILD}, of 10,000 users. */
    PARENTS_10K,
    /** As {@link #LIST_WITH_CHILD}, of 100,000 users. */
    PARENTS_100K,
    /** As {@link #LIST_WITH_CHILD}, of 1,000,000 users. */
    PARENTS_1M
}
