package dev.kindred.internal.persist;

import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.RowSource;
import dev.kindred.model.EntityColumn;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a chunk with the same columns. Confined to one thread. */
final class ColumnGroup<E> {

    /** The protocol counts the parameters of a statement in 16 bits. */
    private static final int MAX_PARAMETERS = 65_535;

    private final List<EntityColumn<E, ?>> columns;
    private final List<Integer> positions = new ArrayList<>();
    private final List<RowDraft<E>> drafts = new ArrayList<>();

    private ColumnGroup(List<EntityColumn<E, ?>> columns) {
        this.columns = columns;
    }

    /** Groups {@code drafts} by their columns, in the order of the first row of each group. */
    static <E> List<ColumnGroup<E>> of(List<RowDraft<E>> drafts) {
        Map<List<EntityColumn<E, ?>>, ColumnGroup<E>> groups = new LinkedHashMap<>();
        @Nullable ColumnGroup<E> current = null;
        for (int i = 0; i < drafts.size(); i++) {
            RowDraft<E> draft = drafts.get(i);
            if (current == null || !draft.hasColumnsOf(current.drafts.get(0))) {
                current = groups.computeIfAbsent(draft.columns(), ColumnGroup::new);
            }
            current.add(i, draft);
        }
        return List.copyOf(groups.values());
    }

    List<EntityColumn<E, ?>> columns() {
        return columns;
    }

    /** Returns the positions of the rows in the chunk. */
    List<Integer> positions() {
        return positions;
    }

    List<RowDraft<E>> drafts() {
        return drafts;
    }

    private void add(int position, RowDraft<E> draft) {
        positions.add(position);
        drafts.add(draft);
    }

    /** Splits this group into parts that are small enough for one statement each. */
    List<ColumnGroup<E>> parts() {
        int most = hasArrays() ? MAX_PARAMETERS / columns.size() : Integer.MAX_VALUE;
        if (drafts.size() <= most) {
            return List.of(this);
        }
        List<ColumnGroup<E>> parts = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            if (i % most == 0) {
                parts.add(new ColumnGroup<>(columns));
            }
            parts.get(parts.size() - 1).add(positions.get(i), drafts.get(i));
        }
        return parts;
    }

    private boolean hasArrays() {
        return columns.stream().anyMatch(column -> column.type().name().array());
    }

    /** Returns the rows as the source of a statement. */
    RowSource source() {
        List<ColumnReference> references =
                columns.stream().map(Columns::reference).toList();
        if (hasArrays()) {
            return new RowSource.Tuples(
                    references,
                    drafts.stream()
                            .map(draft -> columns.stream().map(draft::value).toList())
                            .toList());
        }
        return new RowSource.Arrays(
                references, columns.stream().map(this::array).toList(), drafts.size());
    }

    private Parameter array(EntityColumn<E, ?> column) {
        int ordinal = drafts.get(0).ordinal(column);
        List<@Nullable Object> values = new ArrayList<>(drafts.size());
        for (RowDraft<E> draft : drafts) {
            values.add(draft.value(ordinal).value());
        }
        SqlType<?> element = drafts.get(0).value(ordinal).type();
        return new Parameter(SqlTypes.list(element), values, column);
    }
}
