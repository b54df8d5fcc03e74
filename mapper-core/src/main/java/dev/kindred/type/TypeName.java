package dev.kindred.type;

import dev.kindred.internal.util.Checks;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The name of a PostgreSQL type.
 *
 * @param name the name; for a type of the user's a schema may stand before it with a dot
 * @param builtIn whether it is one of the server's own, written without quotes
 * @param array whether it is the array of that type
 * @param modifiers the length, or precision and scale, that a column of it has; empty for none. A cast has none, since it would cut
 */
public record TypeName(String name, boolean builtIn, boolean array, List<Integer> modifiers) {

    private static final Pattern BUILT_IN = Pattern.compile("[a-z][a-z0-9_]*");

    public TypeName {
        Checks.notBlank(name, "name");
        Checks.argument(
                !builtIn || BUILT_IN.matcher(name).matches(), "a built-in type has a name of small letters and digits");
        modifiers = Checks.noNulls(modifiers, "modifiers");
    }

    /** Returns a type without a length or precision. */
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
