package dev.kindred.reactor.internal.connection;

import io.r2dbc.postgresql.api.ErrorDetails;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The columns of a violated key. The server names them only in the detail, in every language in the form
 * {@code (a, b)=(1, 2)}. The text after the equals sign has values and is not read.
 */
final class ErrorColumns {

    private static final Pattern KEY = Pattern.compile("\\((.*?)\\)=\\(", Pattern.DOTALL);

    private ErrorColumns() {}

    static List<String> of(ErrorDetails details) {
        if (details.getColumnName().isPresent()) {
            return List.of(details.getColumnName().get());
        }
        boolean ofKey = List.of("23505", "23503", "23001").contains(details.getCode());
        return ofKey ? details.getDetail().map(ErrorColumns::parse).orElse(List.of()) : List.of();
    }

    static List<String> parse(String detail) {
        Matcher key = KEY.matcher(detail);
        return key.find()
                ? Stream.of(key.group(1).split(", ", -1))
                        .map(ErrorColumns::unquoted)
                        .toList()
                : List.of();
    }

    private static String unquoted(String name) {
        return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name;
    }
}
