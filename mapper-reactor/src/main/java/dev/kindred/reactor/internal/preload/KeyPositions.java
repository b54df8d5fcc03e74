package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.RowKey;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.internal.query.Columns;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.reactor.internal.row.ValuesReader.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where the key of a row is in the result of a step. Immutable and thread-safe. */
final class KeyPositions {

    private final RowKey key;
    private final List<Wanted> wanted;
    private final int[] columns;
    private final int[] linked;
    /** The parts of the key that no table has, at their positions; null elsewhere. */
    private final @Nullable String[] constants;

    private KeyPositions(RowKey key, EntityModel<?> model) {
        this.key = key;
        this.wanted = wanted(key);
        this.columns = key.columns().stream()
                .mapToInt(column -> position(key.beside().indexOf(column), column, model))
                .toArray();
        this.constants = key.columns().stream()
                .map(column -> Columns.reference(column).constant())
                .toArray(String[]::new);
        this.linked = IntStream.range(0, key.linked().size())
                .map(i -> -1 - key.beside().size() - i)
                .toArray();
    }

    /** Returns the positions of {@code key} in the rows of {@code step}. */
    static KeyPositions of(PreloadStep<?, ?> step, RowKey key) {
        return new KeyPositions(key, step.relation().related());
    }

    private static List<Wanted> wanted(RowKey key) {
        List<Wanted> wanted =
                new ArrayList<>(key.beside().stream().map(Wanted::of).toList());
        key.linked().forEach(column -> wanted.add(new Wanted(column.type(), null)));
        return List.copyOf(wanted);
    }

    /** A position beside the entity is negative. */
    private static int position(int beside, EntityColumn<?, ?> column, EntityModel<?> model) {
        return beside < 0 ? model.columns().indexOf(column) : -1 - beside;
    }

    RowKey key() {
        return key;
    }

    /** Returns the columns that are selected beside the entity. */
    List<Wanted> wanted() {
        return wanted;
    }

    /** Returns the positions of the key columns, or of the primary key if the key is in {@link #linked}. */
    int[] columns() {
        return columns;
    }

    /** Returns the positions of key columns of another table. */
    int[] linked() {
        return linked;
    }

    /** Returns the value of the key column {@code part} in each row, or null if the rows have it. */
    @Nullable
    String constant(int part) {
        return constants[part];
    }
}
