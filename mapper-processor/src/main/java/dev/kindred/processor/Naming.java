package dev.kindred.processor;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Converts names of Java to names of PostgreSQL, of constants and of keys. */
final class Naming {

    /** PostgreSQL truncates longer identifiers without an error. */
    private static final int MAX_BYTES = 63;

    private Naming() {}

    /** {@code userId} is {@code user_id}, {@code URLPath} is {@code url_path}, {@code address2} stays. */
    static String snakeCase(String name) {
        StringBuilder snake = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            if (startsWord(name, i)) {
                snake.append('_');
            }
            snake.append(name.charAt(i));
        }
        return snake.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean startsWord(String name, int i) {
        if (i == 0 || !Character.isUpperCase(name.charAt(i)) || name.charAt(i - 1) == '_') {
            return false;
        }
        boolean inAcronym = Character.isUpperCase(name.charAt(i - 1));
        boolean endsAcronym = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
        return !inAcronym || endsAcronym;
    }

    /** {@code userId} is {@code USER_ID}. */
    static String constant(String member) {
        return snakeCase(member).toUpperCase(Locale.ROOT);
    }

    /** {@code UserAccount} is {@code userAccount} and {@code URLEntry} is {@code urlEntry}. */
    static String camelCase(String className) {
        StringBuilder camel = new StringBuilder(className.length());
        for (String word : snakeCase(className).split("_", -1)) {
            camel.append(camel.isEmpty() ? word : capitalized(word));
        }
        return camel.toString();
    }

    /** {@code id} is {@code Id}. */
    static String capitalized(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Returns whether PostgreSQL can hold {@code identifier} as the name of a table or column. */
    static boolean isIdentifier(String identifier) {
        return !identifier.isBlank()
                && identifier.indexOf('\0') < 0
                && identifier.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }
}
