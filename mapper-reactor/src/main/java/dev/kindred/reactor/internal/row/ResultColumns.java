package dev.kindred.reactor.internal.row;

import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.ReadableMetadata;
import io.r2dbc.spi.Row;
import java.util.Locale;

/** Describes the columns of a result for messages. Thread-safe: it has no state. */
final class ResultColumns {

    private static final String ARRAY = "_array";

    private ResultColumns() {}

    /** Returns the name of the column at {@code index}, or its position if the name is unknown. */
    static String name(Readable row, int index) {
        return row instanceof Row known
                ? known.getMetadata().getColumnMetadata(index).getName()
                : "at position " + (index + 1);
    }

    /** Returns a text such as " of type int8", or an empty text if the type is unknown. */
    static String ofType(Readable row, int index) {
        if (!(row instanceof Row known)) {
            return "";
        }
        ColumnMetadata column = known.getMetadata().getColumnMetadata(index);
        String name = typeName(column);
        return " of type " + (name.endsWith(ARRAY) ? name.substring(0, name.length() - ARRAY.length()) + "[]" : name);
    }

    /** The driver returns the name of a type that it supports, and the object id of any other type. */
    private static String typeName(ReadableMetadata column) {
        String name = column.getType().getName().toLowerCase(Locale.ROOT);
        return Character.isDigit(name.charAt(0)) ? "with the object id " + name : name;
    }
}
