package dev.kindred.model;

import dev.kindred.internal.model.StoredColumn;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Wrapper;

/** The storage options of a column, for the schema only. Used by generated code. Immutable and thread-safe. */
public final class ColumnStorage extends Wrapper<StoredColumn> {

    /** No option. */
    public static final ColumnStorage PLAIN = new ColumnStorage(StoredColumn.PLAIN);

    private ColumnStorage(StoredColumn stored) {
        super(stored);
    }

    /** Returns a copy with a maximum length of {@code characters}. */
    public ColumnStorage length(int characters) {
        return new ColumnStorage(Nodes.of(this).length(characters));
    }

    /** Returns a copy with at most {@code digits} digits, {@code scale} of them after the decimal point. */
    public ColumnStorage precision(int digits, int scale) {
        return new ColumnStorage(Nodes.of(this).precision(digits, scale));
    }

    /** Returns a copy with a default, an SQL expression. */
    public ColumnStorage defaultValue(String expression) {
        return new ColumnStorage(Nodes.of(this).defaultValue(expression));
    }

    /** Returns a copy with a check constraint, an SQL expression. */
    public ColumnStorage check(String expression) {
        return new ColumnStorage(Nodes.of(this).check(expression));
    }

    /** Returns a copy with a comment. */
    public ColumnStorage comment(String text) {
        return new ColumnStorage(Nodes.of(this).comment(text));
    }
}
