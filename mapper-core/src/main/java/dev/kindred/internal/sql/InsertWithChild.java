package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import java.util.List;

/**
 * Inserts a parent row and a child row that references it, in one statement. The result has the returned columns of the
 * parent, then those of the child.
 *
 * @param parent the parent row; it returns at least its key
 * @param child the child row, without its foreign key
 * @param links the foreign key columns and the parent columns they reference
 * @param parentTouches the owners of the parent to touch
 * @param childTouches the other owners of the child to touch
 */
public record InsertWithChild(
        Insert parent, Insert child, List<CopiedKey> links, List<Touch> parentTouches, List<Touch> childTouches)
        implements Statement {

    public InsertWithChild {
        Checks.notNull(parent, "parent");
        Checks.notNull(child, "child");
        links = List.copyOf(links);
        parentTouches = List.copyOf(parentTouches);
        childTouches = List.copyOf(childTouches);
        Checks.argument(!links.isEmpty(), "a child needs at least one foreign key column");
        Checks.argument(
                parent.onConflict() == null && child.onConflict() == null, "both inserts must be without ON CONFLICT");
        for (CopiedKey link : links) {
            Checks.argument(
                    link.key().isConstant() || parent.returning().contains(link.key()),
                    "the parent must return its key");
        }
    }

    /** Creates a statement without touches. */
    public InsertWithChild(Insert parent, Insert child, List<CopiedKey> links) {
        this(parent, child, links, List.of(), List.of());
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.insertWithChild(this);
    }

    /**
     * One column of a foreign key.
     *
     * @param key the referenced column of the parent
     * @param foreignKey the referencing column of the child
     */
    public record CopiedKey(ColumnReference key, ColumnReference foreignKey) {

        public CopiedKey {
            Checks.notNull(key, "key");
            Checks.notNull(foreignKey, "foreignKey");
        }
    }
}
