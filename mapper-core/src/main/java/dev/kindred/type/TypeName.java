package dev.kindred.type;

import dev.kindred.internal.util.Checks;
import java.util.regex.Pattern;

/**
 * The name of a PostgreSQL type.
 *
 * @param name the name; for a type of the user's a schema may stand before it with a dot
 * @param builtIn whether it is one of the server's own, written without quotes
 * @param array whether it is the array of that type
 */
public record TypeName(String name, boolean builtIn, boolean array) {

    private static final Pattern BUILT_IN = Pattern.compile("[a-z][a-z0-9_]*");

    public TypeName {
        Checks.notBlank(name, "name");
        Checks.argument(
                !builtIn || BUILT_IN.matcher(name).matches(), "a built-in type has a name of small letters and digits");
    }

    static TypeName builtIn(String name) {
        return new TypeName(name, true, false);
    }

    static TypeName userDefined(String name) {
        return new TypeName(name, false, false);
    }

    TypeName asArray() {
        return new TypeName(name, builtIn, true);
    }
}
