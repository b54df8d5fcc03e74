package dev.kindred.type;

import dev.kindred.internal.util.Checks;

/**
 * The name of a PostgreSQL type.
 *
 * @param name the name; for a type of the user's a schema may stand before it with a dot
 * @param builtIn whether it is one of the server's own, written without quotes
 * @param array whether it is the array of that type
 */
public record TypeName(String name, boolean builtIn, boolean array) {

    public TypeName {
        Checks.notBlank(name, "name");
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
