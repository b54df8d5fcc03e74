package dev.kindred.reactor.internal.row;

import dev.kindred.error.MappingException;
import dev.kindred.type.JsonFormat;
import dev.kindred.type.SqlType;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads values that belong to no entity: those from a position on, each of its type. Immutable and thread-safe. */
public final class ValuesReader implements RowReader<ValuesReader.Values> {

    private final List<? extends SqlType<?>> types;
    private final int first;
    private final JsonFormat json;

    /** Reads as many values as there are {@code types}, the first of them at the position {@code first}. */
    public ValuesReader(List<? extends SqlType<?>> types, int first, JsonFormat json) {
        this.types = List.copyOf(types);
        this.first = first;
        this.json = json;
    }

    @Override
    public Values read(Readable row) {
        List<@Nullable Object> values = new ArrayList<>(types.size());
        for (int i = 0; i < types.size(); i++) {
            values.add(decode(row, first + i, types.get(i)));
        }
        return new Values(Collections.unmodifiableList(values));
    }

    /**
     * The values of a row.
     *
     * @param all the values, in the order of their types
     */
    public record Values(List<@Nullable Object> all) {}

    private <T> @Nullable T decode(Readable row, int index, SqlType<T> type) {
        try {
            @Nullable Object wire = row.get(index, type.wireType());
            return wire == null ? null : type.fromWire(wire, json);
        } catch (MappingException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new MappingException("Cannot read the value at position " + (index + 1) + " of the result as "
                    + type.javaType().getSimpleName() + ": " + Reasons.of(e) + ".");
        }
    }
}
