package dev.kindred.internal.page;

import dev.kindred.error.MappingException;
import dev.kindred.model.EntityColumn;
import dev.kindred.type.JsonFormat;
import dev.kindred.type.SqlType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes positions of a query as bytes and reads them: the values as the driver would get them. Thread-safe. */
public final class PositionFormat {

    private final List<? extends EntityColumn<?, ?>> columns;
    private final JsonFormat json;

    /**
     * Writes positions of {@code keyset}, and JSON values with {@code json}.
     *
     * @throws MappingException when a column has a type whose values have no known text
     */
    public PositionFormat(Keyset<?> keyset, JsonFormat json) {
        this.columns = keyset.columns();
        this.json = json;
        for (EntityColumn<?, ?> column : columns) {
            if (!WireValues.knows(column.type().wireType())) {
                throw new MappingException(
                        "scroll(..) cannot put " + column + " into a cursor: it does not know values of "
                                + column.type().wireType().getName() + ". Sort by other columns.");
            }
        }
    }

    /** Returns {@code position} as bytes; the same for the same position. */
    public byte[] write(Position position) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBoolean(position.backward());
            for (int i = 0; i < columns.size(); i++) {
                @Nullable Object value = position.values().get(i);
                WireValues.write(out, value == null ? null : toWire(columns.get(i), value));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Returns the position that {@code bytes} stand for.
     *
     * @throws IllegalArgumentException when they stand for none
     */
    public Position read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            boolean backward = in.readBoolean();
            List<@Nullable Object> values = new ArrayList<>(columns.size());
            for (EntityColumn<?, ?> column : columns) {
                SqlType<?> type = column.type();
                @Nullable Object wire = WireValues.read(in, type.wireType());
                values.add(wire == null ? null : type.fromWire(wire, json));
            }
            if (in.read() >= 0) {
                throw new IllegalArgumentException("there is more than the values");
            }
            return new Position(backward, values);
        } catch (IOException e) {
            throw new IllegalArgumentException("the bytes end too early", e);
        }
    }

    @SuppressWarnings("unchecked") // the value was read from the member of the column
    private <T> Object toWire(EntityColumn<?, T> column, Object value) {
        try {
            return column.type().toWire((T) value, json);
        } catch (MappingException e) {
            throw e;
        } catch (RuntimeException e) {
            // a message of the user's codec may show the value
            throw new MappingException("The value of " + column + " cannot be put into a cursor: "
                    + e.getClass().getSimpleName() + ".");
        }
    }
}
