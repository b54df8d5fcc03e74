package dev.kindred.internal.persist;

import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.LinkRows.Conflict;
import dev.kindred.internal.sql.LinkRows.Marks;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.SetColumn;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The assignments to existing rows of a pivot. Immutable and thread-safe. */
record PivotMarks<P>(EntityModel<P> pivot, Clock clock) {

    /** Returns the assignments that mark a pair as deleted. */
    Marks deletion(EntityColumn<P, ?> deleted) {
        Clock now = AuditTime.reading(clock);
        List<SetColumn> values = new ArrayList<>(updated(now));
        values.add(new SetColumn(
                Columns.reference(deleted), new Parameter(deleted.type(), AuditTime.now(deleted, now), deleted)));
        return new Marks(values, versions());
    }

    /** Returns what happens to existing rows of new pairs with {@code values} and {@code constants}. */
    Conflict conflict(
            List<EntityColumn<P, ?>> both, boolean isIndexed, List<ColumnReference> values, List<SetColumn> constants) {
        Set<EntityColumn<P, ?>> pair = Set.copyOf(both);
        @Nullable
        ColumnReference deleted = pivot.softDelete().map(Columns::reference).orElse(null);
        List<ColumnReference> replaced = new ArrayList<>(values);
        for (EntityColumn<P, ?> column : pivot.columns()) {
            ColumnReference reference = Columns.reference(column);
            boolean isKept = Nodes.of(column).is(ColumnTrait.CREATED_AT)
                    || Nodes.of(column).is(ColumnTrait.CREATED_BY)
                    || Nodes.of(column).is(ColumnTrait.VERSION)
                    || Nodes.of(column).is(ColumnTrait.ID)
                    || reference.equals(deleted);
            if (!isKept && constants.stream().anyMatch(set -> set.column().equals(reference))) {
                replaced.add(reference);
            }
        }
        @Nullable
        Predicate where = deleted == null || pair.equals(Set.copyOf(pivot.id())) ? null : new Predicate.IsNull(deleted);
        return new Conflict(isIndexed, where, deleted, replaced, versions());
    }

    /** Returns the time and the auditor of an update. */
    List<SetColumn> updated(Clock now) {
        return AuditValue.ofUpdate(pivot, now);
    }

    /** Returns the columns that an update increments. */
    List<ColumnReference> versions() {
        return pivot.version().map(Columns::reference).stream().toList();
    }
}
