package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.RelationKey;
import dev.kindred.reactor.internal.row.RowReader;
import dev.kindred.reactor.internal.row.ValuesReader;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a pivot table: the key of an entity, then the key of a related row. Confined to one result. */
final class PairReader implements RowReader<PairReader.Pair> {

    private final ValuesReader values;
    private final int width;
    private final int end;
    private @Nullable Object lastSource;

    /**
     * Reads pairs with {@code values}, of which there are {@code end}.
     *
     * @param width the number of key columns of the entity
     */
    PairReader(ValuesReader values, int width, int end) {
        this.values = values;
        this.width = width;
        this.end = end;
    }

    @Override
    public Pair read(Readable row) {
        values.begin(row);
        @Nullable Object source = raw(row, 0, width);
        return new Pair(source == null ? null : known(RelationKey.of(source)), raw(row, width, end));
    }

    /** Equal keys that follow each other are one object. */
    private Object known(Object source) {
        @Nullable Object last = lastSource;
        Object known = last != null && last.equals(source) ? last : source;
        lastSource = known;
        return known;
    }

    private @Nullable Object raw(Readable row, int first, int last) {
        if (last - first == 1) {
            return values.value(row, first);
        }
        List<Object> parts = new ArrayList<>(last - first);
        for (int i = first; i < last; i++) {
            @Nullable Object part = values.value(row, i);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return parts;
    }

    /**
     * A pair of keys. A key is null if a part of it is null.
     *
     * @param source the key of an entity, in the form of {@link RelationKey}
     * @param target the value of the key of a related row
     */
    record Pair(@Nullable Object source, @Nullable Object target) {}
}
