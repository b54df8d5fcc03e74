package dev.kindred.internal.persist;

import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.CurrentAuditor;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.SetColumn;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The values that the mapper writes into the audit columns: times and the auditor. Thread-safe: it has no state. */
final class AuditValue {

    private AuditValue() {}

    /** Returns the value of the audit {@code column}: the time of {@code now}, or the auditor of the operation. */
    static Object of(EntityColumn<?, ?> column, Clock now) {
        return Nodes.of(column).isAuditor() ? CurrentAuditor.VALUE : AuditTime.now(column, now);
    }

    /** Returns the assignments of an update to the audit columns of {@code model}. */
    static <E> List<SetColumn> ofUpdate(EntityModel<E> model, Clock now) {
        List<SetColumn> values = new ArrayList<>();
        for (EntityColumn<E, ?> column : model.columns()) {
            if (Nodes.of(column).isUpdateAudit()) {
                values.add(new SetColumn(
                        Columns.reference(column), new Parameter(column.type(), of(column, now), column)));
            }
        }
        return values;
    }
}
