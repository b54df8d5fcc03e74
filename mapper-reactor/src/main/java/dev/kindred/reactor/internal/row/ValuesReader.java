package dev.kindred.reactor.internal.row;

import dev.kindred.error.MappingException;
import dev.kindred.model.EntityColumn;
import dev.kindred.type.SqlType;
import dev.kindred.type.WireContext;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads values without an entity, from a start position on, each with its type. Confined to one result. */
public final class ValuesReader implements RowReader<ValuesReader.Values> {

    private final List<Wanted> wanted;
    private final int first;
    private final WireContext context;
    private final WireReader wire;

    /** Creates a reader of the values {@code wanted}, starting at the position {@code first}. */
    public ValuesReader(List<Wanted> wanted, int first, RowDecoding decoding) {
        this.wanted = wanted;
        this.first = first;
        this.context = decoding.context();
        this.wire = new WireReader(
                decoding,
                IntStream.range(first, first + wanted.size()).toArray(),
                wanted.stream().map(value -> value.type().wireType()).toArray(Class<?>[]::new));
    }

    @Override
    public Values read(Readable row) {
        begin(row);
        List<@Nullable Object> values = new ArrayList<>(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            values.add(decode(row, i, wanted.get(i).type()));
        }
        return new Values(Collections.unmodifiableList(values));
    }

    /** Begins {@code row}. */
    public void begin(Readable row) {
        wire.begin(row);
    }

    /** Returns the value of {@code row}, which was begun, at {@code position} among the wanted ones. */
    public @Nullable Object value(Readable row, int position) {
        return decode(row, position, wanted.get(position).type());
    }

    /** Returns a reader of {@code wanted}, starting at the first column. {@code mapping} maps the values of a row. */
    public static <T> RowReader<T> mapped(
            List<Wanted> wanted, RowDecoding decoding, Function<List<@Nullable Object>, T> mapping) {
        ValuesReader values = new ValuesReader(wanted, 0, decoding);
        return row -> mapping.apply(values.read(row).all());
    }

    private <T> @Nullable T decode(Readable row, int position, SqlType<T> type) {
        int index = first + position;
        try {
            @Nullable Object received = wire.read(row, position);
            return received == null ? null : type.fromWire(received, context);
        } catch (MappingException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new MappingException("Cannot read the column " + ResultColumns.name(row, index)
                    + ResultColumns.ofType(row, index) + wanted.get(position).into() + ": " + Reasons.of(e) + ".");
        }
    }

    /**
     * The values of a row.
     *
     * @param all the values, in the order of their types
     */
    public record Values(List<@Nullable Object> all) {}

    /**
     * A value to read.
     *
     * @param type the type of the value
     * @param target the target of the value, such as a column, for messages; null if only the type is known
     */
    public record Wanted(SqlType<?> type, @Nullable Object target) {

        /** Returns the description of the value of {@code column}. */
        public static Wanted of(EntityColumn<?, ?> column) {
            return new Wanted(column.type(), column);
        }

        /** Returns the descriptions of values of {@code types}, each for one of {@code targets}. */
        public static List<Wanted> all(List<? extends SqlType<?>> types, List<?> targets) {
            return IntStream.range(0, types.size())
                    .mapToObj(i -> new Wanted(types.get(i), targets.get(i)))
                    .toList();
        }

        private String into() {
            String name = type.javaType().getSimpleName();
            return target == null ? " as " + name : " into " + target + " of type " + name;
        }
    }
}
