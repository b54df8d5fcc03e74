package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the values of a statement for its {@link ShapedStatement}. It does not enter sub-queries and raw SQL, so a
 * statement with a value there has no plan. Confined to one thread.
 */
public final class GivenValues {

    private final List<Parameter> values = new ArrayList<>();

    private GivenValues() {}

    /** Returns the values of {@code predicate}. */
    public static List<Parameter> of(Predicate predicate) {
        GivenValues given = new GivenValues();
        given.add(predicate);
        return given.values;
    }

    /** Returns the values of {@code links}. */
    public static List<Parameter> of(LinkRows links) {
        GivenValues given = new GivenValues();
        given.set(links.source());
        if (links.lock() != null) {
            given.add(links.lock().where());
        }
        if (links.removal() != null) {
            given.add(links.removal().where());
            given.set(links.removal().marks());
        }
        LinkRows.@Nullable Addition addition = links.addition();
        if (addition != null) {
            if (addition.rows() instanceof RowSource.Arrays rows) {
                given.values.addAll(rows.arrays());
            }
            given.set(addition.constants());
            LinkRows.@Nullable Change change = addition.change();
            given.set(change == null ? null : change.marks());
        }
        return given.values;
    }

    private void set(LinkRows.@Nullable Marks marks) {
        if (marks != null) {
            set(marks.values());
        }
    }

    private void set(List<SetColumn> columns) {
        for (SetColumn column : columns) {
            values.add(column.value());
        }
    }

    private void add(Predicate predicate) {
        if (predicate instanceof Predicate.Comparison comparison) {
            if (comparison.right() instanceof Parameter value) {
                values.add(value);
            }
        } else if (predicate instanceof Predicate.AnyOf any) {
            values.add(any.array());
        } else if (predicate instanceof Predicate.RowAnyOf any) {
            values.addAll(any.arrays());
        } else if (predicate instanceof Predicate.Negation negation) {
            add(negation.operand());
        } else if (predicate instanceof Predicate.Conjunction all) {
            all.operands().forEach(this::add);
        }
    }
}
