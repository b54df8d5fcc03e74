package dev.kindred.internal.sql.ddl;

import dev.kindred.internal.util.Checks;

/** What is changed of a column. */
public sealed interface ColumnChange {

    /** Gives it another type, and turns its values into that. */
    record SetType(DataType type) implements ColumnChange {

        public SetType {
            Checks.notNull(type, "type");
        }
    }

    /** Lets it take no null, or takes that back. */
    record SetNotNull(boolean notNull) implements ColumnChange {}

    /** Gives it a default. */
    record SetDefault(ColumnDefault value) implements ColumnChange {

        public SetDefault {
            Checks.notNull(value, "value");
        }
    }
}
