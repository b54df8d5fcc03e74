package dev.kindred.internal.page;

import dev.kindred.error.MappingException;
import dev.kindred.model.EntityColumn;
import dev.kindred.type.SqlType;
import dev.kindred.type.WireContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encodes positions of a query as bytes. Values are in the form that the driver receives. Thread-safe. */
public final class PositionFormat {

    private final List<? extends EntityColumn<?, ?>> columns;
    private final WireContext context;

    /**
     * Creates the format for positions of {@code keyset}; {@code context} has the settings of the mapper.
     *
     * @throws MappingException if a sort column has a type without a text form
     */
    public PositionFormat(Keyset<?> keyset, WireContext context) {
        this.columns = keyset.columns();
        this.context = context;
        for (EntityColumn<?, ?> column : columns) {
            if (!WireValues.knows(column.type().wireType())) {
                throw new MappingException(
                        "scroll(..) cannot put " + column + " into a cursor: it does not support values of "
                                + column.type().wireType().getName() + ". Sort by other columns.");
            }
        }
    }

    /** Returns {@code position} as bytes. Equal positions have equal bytes. */
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
     * Decodes a position.
     *
     * @throws IllegalArgumentException if the bytes are not a position
     */
    public Position read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            boolean backward = in.readBoolean();
            List<@Nullable Object> values = new ArrayList<>(columns.size());
            for (EntityColumn<?, ?> column : columns) {
                SqlType<?> type = column.type();
                @Nullable Object wire = WireValues.read(in, type.wireType());
                values.add(wire == null ? null : type.fromWire(wire, context));
            }
            if (in.read() >= 0) {
                throw new IllegalArgumentException("the bytes continue after the last value");
            }
            return new Position(backward, values);
        } catch (IOException e) {
            throw new IllegalArgumentException("the bytes end too early", e);
        }
    }

    @SuppressWarnings("unchecked") // the value was read from the member of the column
    private <T> Object toWire(EntityColumn<?, T> column, Object value) {
        try {
            return column.type().toWire((T) value, context);
        } catch (MappingException e) {
            throw e;
        } catch (RuntimeException e) {
            // the message of an exception from a codec may contain the value
            throw new MappingException("The value of " + column + " cannot be put into a cursor: "
                    + e.getClass().getSimpleName() + ".");
        }
    }
}
