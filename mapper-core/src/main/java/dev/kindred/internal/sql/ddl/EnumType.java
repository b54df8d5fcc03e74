package dev.kindred.internal.sql.ddl;

import dev.kindred.internal.util.Checks;
import dev.kindred.type.TypeName;
import java.util.List;

/**
 * A PostgreSQL enum type.
 *
 * @param name the type
 * @param labels the labels, in order
 */
public record EnumType(TypeName name, List<String> labels) {

    public EnumType {
        Checks.notNull(name, "name");
        labels = Checks.noNulls(labels, "labels");
    }
}
