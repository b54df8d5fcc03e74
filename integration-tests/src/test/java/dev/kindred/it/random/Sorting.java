package dev.kindred.it.random;

import dev.kindred.it.random.Row.Table;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An order of the model.
 *
 * @param rows the order
 * @param isDescending the direction of its last term
 */
record Sorting(Comparator<Row> rows, boolean isDescending) {

    /** Returns no order: all rows are of one table. */
    static Sorting none() {
        return new Sorting(Comparator.comparing(row -> row.table().name()), false);
    }

    /** Adds a term. Nulls are first or last. */
    Sorting by(Function<Row, @Nullable Object> value, boolean descending, boolean nullsFirst) {
        Comparator<@Nullable Object> values = (a, b) -> descending ? compare(b, a) : compare(a, b);
        Comparator<Row> term = (a, b) -> {
            Object left = value.apply(a);
            Object right = value.apply(b);
            if (left == null || right == null) {
                int nulls = Boolean.compare(left == null, right == null);
                return nullsFirst ? -nulls : nulls;
            }
            return values.compare(left, right);
        };
        return new Sorting(rows.thenComparing(term), descending);
    }

    /** Adds a column with the server's position of nulls. */
    Sorting by(String column, boolean descending) {
        return by(row -> row.get(column), descending, descending);
    }

    /** Adds the primary key in the direction of the last term. */
    Sorting total(Table table) {
        Sorting all = this;
        for (String column : table.key()) {
            all = all.by(column, isDescending);
        }
        return all;
    }

    static int compare(@Nullable Object left, @Nullable Object right) {
        return left instanceof Number
                ? new BigDecimal(left.toString()).compareTo(new BigDecimal(String.valueOf(right)))
                : String.valueOf(left).compareTo(String.valueOf(right));
    }
}
