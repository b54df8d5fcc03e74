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
    private final @Nullable NumberReader[] numbers;
    private boolean isPrepared;

    /** Creates a reader of the values {@code wanted}, starting at the position {@code first}. */
    public ValuesReader(List<Wanted> wanted, int first, WireContext context) {
        this.wanted = wanted;
        this.first = first;
        this.context = context;
        this.numbers = new @Nullable NumberReader[wanted.size()];
    }

    @Override
    public Values read(Readable row) {
        if (!isPrepared) {
            prepare(row);
        }
        List<@Nullable Object> values = new ArrayList<>(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            values.add(decode(row, i, wanted.get(i).type()));
        }
        return new Values(Collections.unmodifiableList(values));
    }

    /** Returns the value of {@code row} at {@code position} among the wanted ones. */
    public @Nullable Object value(Readable row, int position) {
        if (!isPrepared) {
            prepare(row);
        }
        return decode(row, position, wanted.get(position).type());
    }

    /** Returns a reader of {@code wanted}, starting at the first column. {@code mapping} maps the values of a row. */
    public static <T> RowReader<T> mapped(
            List<Wanted> wanted, WireContext context, Function<List<@Nullable Object>, T> mapping) {
        ValuesReader values = new ValuesReader(wanted, 0, context);
        return row -> mapping.apply(values.read(row).all());
    }

    /** The columns of a result have the same types in every row. */
    private void prepare(Readable row) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = NumberReader.of(row, first + i, wanted.get(i).type().wireType());
        }
        isPrepared = true;
    }

    private <T> @Nullable T decode(Readable row, int position, SqlType<T> type) {
        int index = first + position;
        try {
            @Nullable NumberReader number = numbers[position];
            @Nullable Object wire = number == null ? row.get(index, type.wireType()) : number.read(row, index);
            return wire == null ? null : type.fromWire(wire, context);
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
