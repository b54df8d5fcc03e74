package dev.kindred.examples.tour.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats values as text. */
final class Rendering {

    private Rendering() {}

    /** Formats a value, an error, or an empty completion. */
    static String result(Outcome<?> outcome) {
        Throwable error = outcome.error();
        return error == null ? value(outcome.value()) : error.getClass().getSimpleName() + ": " + error.getMessage();
    }

    /** Formats a number with its unit, in the plural if necessary. */
    static String count(long number, String unit) {
        return String.format(Locale.ROOT, "%,d %s%s", number, unit, number == 1 ? "" : "s");
    }

    /** Formats a time in milliseconds. */
    static String time(Duration time) {
        return String.format(Locale.ROOT, "%,.1f ms", time.toNanos() / 1e6);
    }

    /** Breaks a text between words into lines of at most {@code width} characters. A longer word is not broken. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String value(@Nullable Object value) {
        if (value == null) {
            return "completes empty";
        }
        if (value instanceof String text) {
            return '"' + text + '"';
        }
        if (value instanceof List<?> list && list.size() > 1) {
            return String.format(Locale.ROOT, "%,d in all, the first: %s", list.size(), list.get(0));
        }
        return value.toString();
    }
}
