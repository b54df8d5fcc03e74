package dev.kindred.internal.persist;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a statement that writes one row, or a parent and a child. Immutable: nothing changes the sets.
 *
 * @param kind what is written
 * @param subject the model of the row, or the relation
 * @param columns the positions of the written columns in their model, or null if they are the same in each write
 * @param ofChild those of the child, or null
 */
record WriteShape(
        Kind kind,
        Object subject,
        @Nullable BitSet columns,
        @Nullable BitSet ofChild) {

    /** The shape of a write of {@code columns} of one row. */
    WriteShape(Kind kind, Object subject, BitSet columns) {
        this(kind, subject, columns, null);
    }

    /** The shape of a write whose columns {@code subject} determines. */
    WriteShape(Kind kind, Object subject) {
        this(kind, subject, null, null);
    }

    /** What is written. Each kind has one form of text for a subject and its columns. */
    enum Kind {
        INSERT,
        INSERT_WITH_CHILD,
        UPDATE,
        MARK,
        RESTORE,
        DELETE,
        LOCK
    }
}
