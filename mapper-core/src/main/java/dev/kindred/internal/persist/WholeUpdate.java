package dev.kindred.internal.persist;

import dev.kindred.internal.key.SharedKeys;
import dev.kindred.internal.sql.UpdateRows;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The update of a chunk by one statement without a transaction. Thread-safe: it has no state. */
public final class WholeUpdate {

    /** The types that are converted without a codec, and of which each written value can be read. */
    private static final Set<SqlType<?>> TIMES =
            Set.of(SqlTypes.INSTANT, SqlTypes.OFFSET_DATE_TIME, SqlTypes.ZONED_DATE_TIME, SqlTypes.OFFSET_TIME);

    private WholeUpdate() {}

    /**
     * Returns whether the rows of {@code model} can be read and matched after the statement is committed: the server
     * and Java agree on which keys are equal, and no column is converted by a codec, a format or to an enum.
     */
    public static boolean isPossible(EntityModel<?> model) {
        return SharedKeys.areExact(model.id())
                && model.columns().stream()
                        .map(EntityColumn::type)
                        .allMatch(type -> type.readsAsReceived() || TIMES.contains(type));
    }

    /** Returns the statement that updates all rows of {@code batches} or none, or null if it takes several. */
    public static @Nullable UpdateRows of(List<RowBatch> batches) {
        return batches.size() == 1 && batches.get(0).statement() instanceof UpdateRows update
                ? update.requiringAll()
                : null;
    }
}
