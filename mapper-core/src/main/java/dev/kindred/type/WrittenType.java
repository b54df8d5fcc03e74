package dev.kindred.type;

import dev.kindred.internal.util.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parses a type name in SQL syntax, including standard names and a length or precision. */
final class WrittenType {

    /** A name with modifiers between or after its words. */
    private static final Pattern FORM = Pattern.compile("([^()]*)(?:\\(([^()]*)\\)([^()]*))?");

    /** A schema and a name, each with or without quotes. */
    private static final Pattern QUOTED =
            Pattern.compile("(?:(\"(?:[^\"]|\"\")+\"|[^\".]+)\\.)?(\"(?:[^\"]|\"\")+\"|[^\".]+)");

    private static final Pattern NUMBERS = Pattern.compile("-?\\d{1,9}( ?, ?-?\\d{1,9})*");

    private static final Map<String, String> STANDARD = Map.ofEntries(
            Map.entry("smallint", "int2"),
            Map.entry("int", "int4"),
            Map.entry("integer", "int4"),
            Map.entry("bigint", "int8"),
            Map.entry("real", "float4"),
            Map.entry("float", "float8"),
            Map.entry("double precision", "float8"),
            Map.entry("dec", "numeric"),
            Map.entry("decimal", "numeric"),
            Map.entry("boolean", "bool"),
            Map.entry("char", "bpchar"),
            Map.entry("character", "bpchar"),
            Map.entry("nchar", "bpchar"),
            Map.entry("national char", "bpchar"),
            Map.entry("national character", "bpchar"),
            Map.entry("char varying", "varchar"),
            Map.entry("character varying", "varchar"),
            Map.entry("nchar varying", "varchar"),
            Map.entry("national char varying", "varchar"),
            Map.entry("national character varying", "varchar"),
            Map.entry("bit varying", "varbit"),
            Map.entry("time with time zone", "timetz"),
            Map.entry("time without time zone", "time"),
            Map.entry("timestamp with time zone", "timestamptz"),
            Map.entry("timestamp without time zone", "timestamp"));

    private static final Set<String> LENGTHS = Set.of("bpchar", "varchar", "bit", "varbit");
    private static final Set<String> TIMES = Set.of("time", "timetz", "timestamp", "timestamptz", "interval");
    private static final Set<String> FIRST_WORDS = STANDARD.keySet().stream()
            .map(name -> name.split(" ", 2)[0])
            .collect(Collectors.toCollection(() -> new HashSet<>(Set.of("interval", "varchar", "numeric"))));
    private static final Set<String> SERIALS =
            Set.of("serial", "serial2", "serial4", "serial8", "smallserial", "bigserial");

    private static final int MOST_DIGITS = 1_000;
    private static final int MOST_FRACTIONS = 6;
    private static final int SINGLE = 24;
    private static final int DOUBLE = 53;

    private final String written;

    private WrittenType(String written) {
        this.written = written;
    }

    /**
     * Parses the type.
     *
     * @throws IllegalArgumentException if it is not a valid type; the message contains the remedy
     */
    static TypeName parse(String written) {
        String text = Checks.notBlank(written, "databaseType").strip();
        WrittenType type = new WrittenType(text);
        if (text.indexOf('"') >= 0) {
            return type.quoted();
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches() || text.indexOf('[') >= 0 || text.indexOf('\0') >= 0) {
            throw type.refused("is not the name of a type. For an array, declare the member as an array or a List");
        }
        String rest = form.group(3) == null ? "" : form.group(3);
        String name = (form.group(1).strip() + " " + rest.strip()).strip();
        return type.named(name, type.modifiers(form.group(2)));
    }

    /** A quoted name is used verbatim: {@code "char"} and {@code char} are different types. */
    private TypeName quoted() {
        if (!written.startsWith("\"") && !written.endsWith("\"")) {
            return TypeName.userDefined(written);
        }
        Matcher quoted = QUOTED.matcher(written);
        if (!quoted.matches()) {
            throw refused("has misplaced quotes. Quote both the schema and the name, or neither");
        }
        String name = unquoted(quoted.group(2));
        return TypeName.userDefined(quoted.group(1) == null ? name : unquoted(quoted.group(1)) + "." + name);
    }

    private String unquoted(String part) {
        boolean isQuoted = part.startsWith("\"");
        if (isQuoted && part.indexOf('.') >= 0) {
            throw refused(
                    "has a dot within quotes, which the mapper reads as the end of a schema name. Rename the type");
        }
        return isQuoted ? part.substring(1, part.length() - 1).replace("\"\"", "\"") : part;
    }

    private List<Integer> modifiers(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        if (!NUMBERS.matcher(text.strip()).matches()) {
            throw refused("has something other than numbers in parentheses. Write the name alone");
        }
        return Arrays.stream(text.split(",", -1))
                .map(number -> Integer.valueOf(number.strip()))
                .toList();
    }

    private TypeName named(String name, List<Integer> modifiers) {
        String words = name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        String standard = STANDARD.get(words);
        if (SERIALS.contains(words)) {
            throw refused("is not a real type. Omit the type and mark the member @GeneratedValue");
        }
        if (standard == null && isPartOfStandard(words)) {
            throw refused(
                    "is not a type that the mapper supports. Write the short name of the type, such as timestamptz");
        }
        String type = standard == null ? name : standard;
        List<Integer> checked = checked(type, words, modifiers);
        if (words.equals("float") && !modifiers.isEmpty()) {
            return TypeName.builtIn(modifiers.get(0) <= SINGLE ? "float4" : "float8");
        }
        // unquoted bit means bit(1)
        boolean isBuiltIn = standard != null || (isSized(type) && !type.equals("bit") && !checked.isEmpty());
        return new TypeName(type, isBuiltIn, false, checked);
    }

    private static boolean isPartOfStandard(String words) {
        return words.equals("double") || (words.indexOf(' ') >= 0 && FIRST_WORDS.contains(words.split(" ", 2)[0]));
    }

    private static boolean isSized(String type) {
        return LENGTHS.contains(type) || TIMES.contains(type) || type.equals("numeric");
    }

    private List<Integer> checked(String type, String words, List<Integer> modifiers) {
        List<Integer> checked = new ArrayList<>(modifiers);
        if (type.equals("bpchar") && !words.equals("bpchar") && modifiers.isEmpty()) {
            checked.add(1);
        } else if (type.equals("numeric") && modifiers.size() == 1) {
            checked.add(0);
        }
        if (!modifiers.isEmpty() && !isAllowed(type, words, modifiers)) {
            throw refused(
                    "has a length or precision that the type does not support. Write another one, or the name alone");
        }
        return List.copyOf(checked);
    }

    private static boolean isAllowed(String type, String words, List<Integer> modifiers) {
        int first = modifiers.get(0);
        if (LENGTHS.contains(type)) {
            return modifiers.size() == 1 && first > 0;
        } else if (TIMES.contains(type)) {
            return modifiers.size() == 1 && first >= 0 && first <= MOST_FRACTIONS;
        } else if (type.equals("numeric")) {
            return modifiers.size() <= 2 && first > 0 && first <= MOST_DIGITS;
        } else if (words.equals("float")) {
            return modifiers.size() == 1 && first > 0 && first <= DOUBLE;
        }
        return !STANDARD.containsKey(words);
    }

    private IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("the column type " + written + " " + reason + ".");
    }
}
