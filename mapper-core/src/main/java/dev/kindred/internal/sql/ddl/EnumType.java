package dev.kindred.internal.sql.ddl;

import dev.kindred.internal.util.Checks;
import dev.kindred.type.TypeName;
import java.util.List;

/**
 * A PostgreSQL enum type.
 *
 * @param name the type
 * @param labels its values, in their order
 */
public record EnumType(TypeName name, List<String> labels) {

    public EnumType {
        Checks.notNull(name, "name");
        labels = Checks.noNulls(labels, "labels");
    }
}
