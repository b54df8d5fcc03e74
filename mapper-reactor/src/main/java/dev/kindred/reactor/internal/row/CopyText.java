package dev.kindred.reactor.internal.row;

import dev.kindred.error.MappingException;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes values in the text format of COPY (PostgreSQL manual, COPY; section 8.15.2 for arrays). */
final class CopyText {

    private static final String NULL = "\\N";

    private final StringBuilder text = new StringBuilder(1024);

    /** Ends the current row. */
    void endRow() {
        text.setCharAt(text.length() - 1, '\n');
    }

    /** Writes the next value of a row. */
    void value(@Nullable Object wire) {
        if (wire == null) {
            text.append(NULL);
        } else if (wire instanceof String string) {
            escaped(string);
        } else if (wire.getClass().isArray() && !(wire instanceof byte[])) {
            escaped(array(wire));
        } else {
            escaped(plain(wire));
        }
        text.append('\t');
    }

    String finish() {
        return text.toString();
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    private static String array(Object array) {
        StringBuilder literal = new StringBuilder("{");
        for (int i = 0; i < Array.getLength(array); i++) {
            literal.append(i == 0 ? "" : ",");
            @Nullable Object element = Array.get(array, i);
            if (element == null) {
                literal.append("NULL");
            } else {
                String value = element instanceof String string ? string : plain(element);
                literal.append('"')
                        .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            }
        }
        return literal.append('}').toString();
    }

    private static String plain(Object wire) {
        if (wire instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (wire instanceof Number || wire instanceof Boolean || wire instanceof UUID) {
            return wire.toString();
        }
        if (wire instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
        @Nullable String time = CopyTimes.text(wire);
        if (time != null) {
            return time;
        }
        throw new MappingException(
                "A copy cannot write a value of " + wire.getClass().getName() + ". Use insertAll.");
    }
}
