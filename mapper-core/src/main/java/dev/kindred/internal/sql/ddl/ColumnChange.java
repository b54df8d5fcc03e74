package dev.kindred.internal.sql.ddl;

import dev.kindred.internal.util.Checks;

/** A change of a column. */
public sealed interface ColumnChange {

    /** Changes the type and converts the values. */
    record SetType(DataType type) implements ColumnChange {

        public SetType {
            Checks.notNull(type, "type");
        }
    }

    /** Adds or removes NOT NULL. */
    record SetNotNull(boolean notNull) implements ColumnChange {}

    /** Sets the default. */
    record SetDefault(ColumnDefault value) implements ColumnChange {

        public SetDefault {
            Checks.notNull(value, "value");
        }
    }
}
