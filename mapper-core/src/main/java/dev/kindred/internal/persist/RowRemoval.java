package dev.kindred.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.internal.persist.WriteShape.Kind;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Delete;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.SetColumn;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.internal.sql.Statement;
import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.sql.Update;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements that remove rows of an entity: deletes, or updates of the soft-delete column. Immutable and
 * thread-safe.
 */
record RowRemoval<E>(EntityModel<E> model, RowIdentity<E> identity, Clock clock) {

    /** Returns the statement that removes the row with the key and version {@code identified}. */
    ShapedStatement<? extends Statement> of(List<Parameter> identified) {
        @Nullable EntityColumn<E, ?> column = model.softDelete().orElse(null);
        if (column == null) {
            return permanently(identified);
        }
        List<SetColumn> set = marked(column);
        return new ShapedStatement<>(
                new WriteShape(Kind.MARK, model),
                all(set, identified),
                () -> mark(set, column, identity.same(identified)));
    }

    /** Returns the delete of the row with the key and version {@code identified}, even with soft deletes. */
    ShapedStatement<Delete> permanently(List<Parameter> identified) {
        return new ShapedStatement<>(
                new WriteShape(Kind.DELETE, model), identified, () -> new Delete(table(), identity.same(identified)));
    }

    /** Returns the statement that removes the rows that match {@code where}, or all rows if it is null. */
    Statement matching(@Nullable Predicate where) {
        @Nullable EntityColumn<E, ?> column = model.softDelete().orElse(null);
        return column == null ? new Delete(table(), where) : mark(marked(column), column, where);
    }

    /** Returns the update that removes the soft-delete mark of the row with the key and version {@code identified}. */
    ShapedStatement<Update> restored(List<Parameter> identified) {
        EntityColumn<E, ?> column = model.softDelete()
                .orElseThrow(() -> new MappingException(
                        model.name() + " has no member marked @SoftDelete, so a deleted row cannot be restored."));
        List<SetColumn> set = set(column, null, AuditTime.reading(clock));
        return new ShapedStatement<>(
                new WriteShape(Kind.RESTORE, model),
                all(set, identified),
                () -> new Update(table(), set, versions(), identity.same(identified), Columns.references(model)));
    }

    private Update mark(List<SetColumn> set, EntityColumn<E, ?> column, @Nullable Predicate where) {
        Predicate present = new Predicate.IsNull(Columns.reference(column));
        Predicate all = where == null ? present : new Predicate.Conjunction(List.of(where, present));
        return new Update(table(), set, versions(), all, List.of());
    }

    /** The mark and the audit columns have one time. */
    private List<SetColumn> marked(EntityColumn<E, ?> column) {
        Clock now = AuditTime.reading(clock);
        return set(column, AuditTime.now(column, now), now);
    }

    private List<SetColumn> set(EntityColumn<E, ?> column, @Nullable Object value, Clock now) {
        List<SetColumn> set = RowDraft.single(model, column, value).toSetColumns();
        set.addAll(AuditValue.ofUpdate(model, now));
        return set;
    }

    private List<ColumnReference> versions() {
        return model.version().map(Columns::reference).stream().toList();
    }

    private static List<Parameter> all(List<SetColumn> set, List<Parameter> identified) {
        List<Parameter> values = new ArrayList<>(set.size() + identified.size());
        set.forEach(each -> values.add(each.value()));
        values.addAll(identified);
        return values;
    }

    private TableName table() {
        return Nodes.of(model).table();
    }
}
