package dev.kindred.type;

import dev.kindred.internal.util.Checks;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The name of a PostgreSQL type.
 *
 * @param name the name; a schema name and a dot may precede the name of a user-defined type
 * @param builtIn whether it is a built-in type, written without quotes
 * @param array whether it is the array of that type
 * @param modifiers the length, or precision and scale, of a column; may be empty. A cast has no modifiers,
 * because it would truncate the value
 */
public record TypeName(String name, boolean builtIn, boolean array, List<Integer> modifiers) {

    private static final Pattern BUILT_IN = Pattern.compile("[a-z][a-z0-9_]*");

    public TypeName {
        Checks.notBlank(name, "name");
        Checks.argument(
                !builtIn || BUILT_IN.matcher(name).matches(),
                "the name of a built-in type must consist of lower-case letters and digits");
        modifiers = Checks.noNulls(modifiers, "modifiers");
    }

    /** Creates a type without a length or precision. */
    public TypeName(String name, boolean builtIn, boolean array) {
        this(name, builtIn, array, List.of());
    }

    static TypeName builtIn(String name) {
        return new TypeName(name, true, false);
    }

    static TypeName userDefined(String name) {
        return new TypeName(name, false, false);
    }

    TypeName asArray() {
        return new TypeName(name, builtIn, true, modifiers);
    }
}
