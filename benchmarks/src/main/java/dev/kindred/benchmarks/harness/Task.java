package dev.kindred.benchmarks.harness;

import java.util.Set;

/** The tasks of a peer. All peers must have the same checksum for the same task; the implementation is free. */
public enum Task {
    /** Reads one user by primary key. */
    FIND,
    /** Reads one user by primary key, and then its profile. */
    FIND_WITH_CHILD,
    /** Reads a page of 1,000 users: 6 columns, ordered by key. */
    LIST,
    /** Reads a page of 1,000 users, each with its profile. */
    LIST_WITH_CHILD,
    /** Reads a page of 100 rows of 30 columns of many types. */
    WIDE,
    /** Stores a user and its profile atomically, and returns the profile with both generated keys. */
    CREATE_BOTH,
    /** Stores one user, and returns it with its generated key. */
    INSERT,
    /** Stores 1,000 users atomically, and returns them with their generated keys. */
    INSERT_THOUSAND,
    /** The same with 10,000 users. */
    INSERT_TEN_THOUSAND,
    /** Upserts 1,000 settings, half of which exist. */
    UPSERT,
    /** Replaces all columns of 1,000 settings by primary key. */
    UPDATE,
    /** Reads the users whose profile has a given telephone, about ten. */
    FILTER,
    /** Counts the users whose profile has a telephone within a range, about 75. */
    COUNT,
    /** Reads 20 of these users, from the 41st on, and their total number. */
    PAGE,
    /** As {@link #LIST_WITH_CHILD}, of 10 users. */
    PARENTS_10,
    /** As {@link #LIST_WITH_CHILD}, of 100 users. */
    PARENTS_100,
    /** As {@link #LIST_WITH_CHILD}, of 10,000 users. */
    PARENTS_10K,
    /** As {@link #LIST_WITH_CHILD}, of 100,000 users. */
    PARENTS_100K,
    /** As {@link #LIST_WITH_CHILD}, of 1,000,000 users. */
    PARENTS_1M,
    /** Reads a page of 1,000 baskets, each with its ten items in the order of their keys. */
    LISTS,
    /** Reads a page of 1,000 baskets, each with its five labels of 500 in the order of their keys. */
    PAIRS,
    /** Stores 1,000 notes of one basket, and returns them with their generated keys in order. */
    CREATE_LIST,
    /** Makes 20 labels those of one shelf. Half of them are those before. */
    SYNC,
    /** Reads 1,000 shelves, each with the latest three of its 1,000 books. */
    FIRST_OF_LISTS,
    /** Reads all users in key order, for a subscriber that requests 100 at a time. */
    STREAM,
    /** The same, each user with its profile. */
    STREAM_WITH_CHILD,
    /** The same without profiles. The subscriber cancels after 10,000 users. */
    STREAM_CANCELLED;

    private static final Set<Task> WRITING =
            Set.of(CREATE_BOTH, INSERT, INSERT_THOUSAND, INSERT_TEN_THOUSAND, UPSERT, UPDATE, CREATE_LIST, SYNC);

    /** Whether the task inserts or updates rows. */
    public boolean isWriting() {
        return WRITING.contains(this);
    }
}
