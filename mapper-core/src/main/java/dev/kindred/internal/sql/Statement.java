package dev.kindred.internal.sql;

/** A statement. Immutable. */
public sealed interface Statement
        permits Select,
                SelectOfEach,
                AggregatesOfKeys,
                JoinedSelect,
                RawStatement,
                SelectOverPath,
                SetAside,
                Grouping,
                Count,
                Exists,
                Write,
                WriteOfEach,
                TouchingWrite,
                InsertWithChild,
                InsertLinked,
                LockRows,
                LinkRows,
                CopyIn {

    /** Calls the method of {@code visitor} for this kind of statement. */
    <R> R accept(StatementVisitor<R> visitor);
}
