package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import java.util.List;

/**
 * Writes a new row and another one that points at it, together or not at all. The result has the returned columns of the parent, then
 * those of the child.
 *
 * @param parent the row that is pointed at; it returns at least its key
 * @param child the row that points, without its foreign key
 * @param links where the foreign key comes from
 * @param parentTouches the rows that the parent points at and that are marked as changed
 * @param childTouches the rows besides the parent that the child points at and that are marked as changed
 */
public record InsertWithChild(
        Insert parent, Insert child, List<Link> links, List<Touch> parentTouches, List<Touch> childTouches)
        implements Statement {

    public InsertWithChild {
        Checks.notNull(parent, "parent");
        Checks.notNull(child, "child");
        links = List.copyOf(links);
        parentTouches = List.copyOf(parentTouches);
        childTouches = List.copyOf(childTouches);
        Checks.argument(!links.isEmpty(), "a child points by at least one column");
        Checks.argument(
                parent.onConflict() == null && child.onConflict() == null, "both rows are new, without a conflict");
        for (Link link : links) {
            Checks.argument(parent.returning().contains(link.key()), "the parent returns its key");
        }
    }

    /** Writes the two rows and nothing else. */
    public InsertWithChild(Insert parent, Insert child, List<Link> links) {
        this(parent, child, links, List.of(), List.of());
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.insertWithChild(this);
    }

    /**
     * One column of a foreign key.
     *
     * @param key the column of the parent that is pointed at
     * @param foreignKey the column of the child that points
     */
    public record Link(ColumnReference key, ColumnReference foreignKey) {

        public Link {
            Checks.notNull(key, "key");
            Checks.notNull(foreignKey, "foreignKey");
        }
    }
}
