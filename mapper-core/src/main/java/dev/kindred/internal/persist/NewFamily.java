package dev.kindred.internal.persist;

import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.persist.WriteShape.Kind;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.InsertWithChild;
import dev.kindred.internal.sql.InsertWithChild.CopiedKey;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.Relation;
import java.util.ArrayList;
import java.util.List;

/** The insert of a parent together with its child. Thread-safe: it has no state. */
final class NewFamily {

    private NewFamily() {}

    /** Returns whether {@code parent} writes null to a column of {@code key}, so that no child can reference it. */
    static <E> boolean hasNull(RowDraft<E> parent, List<EntityColumn<E, ?>> key) {
        for (EntityColumn<E, ?> column : RelationKey.stored(key)) {
            if (parent.isNull(column)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the insert of {@code parent} and {@code child}, which {@code relation} connects. */
    static <P, C> ShapedStatement<InsertWithChild> of(Relation<?, ?> relation, Side<P> parent, Side<C> child) {
        List<Parameter> values = parent.draft.parameters();
        values.addAll(child.draft.parameters());
        return new ShapedStatement<>(
                new WriteShape(Kind.INSERT_WITH_CHILD, relation, parent.draft.positions(), child.draft.positions()),
                values,
                () -> new InsertWithChild(
                        parent.writes.insert(parent.draft), child.writes.insert(child.draft), links(parent, child)));
    }

    private static List<CopiedKey> links(Side<?> parent, Side<?> child) {
        List<CopiedKey> links = new ArrayList<>();
        for (int i = 0; i < parent.key.size(); i++) {
            links.add(new CopiedKey(Columns.reference(parent.key.get(i)), Columns.reference(child.key.get(i))));
        }
        return links;
    }

    /**
     * One of the two rows.
     *
     * @param draft its values; those of the child are without the foreign key
     * @param key the key of the parent, or the foreign key of the child
     */
    record Side<E>(EntityWrites<E> writes, RowDraft<E> draft, List<EntityColumn<E, ?>> key) {}
}
