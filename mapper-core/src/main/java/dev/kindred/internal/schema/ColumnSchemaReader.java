package dev.kindred.internal.schema;

import dev.kindred.error.MappingException;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.model.StoredColumn;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.ddl.ColumnDefault;
import dev.kindred.internal.sql.ddl.DataType;
import dev.kindred.internal.sql.ddl.TableColumn;
import dev.kindred.model.EntityColumn;
import dev.kindred.type.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Derives the definition of one column. */
final class ColumnSchemaReader {

    private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8");

    private final EntityColumn<?, ?> column;
    private final StoredColumn storage;

    ColumnSchemaReader(EntityColumn<?, ?> column) {
        this.column = column;
        this.storage = Nodes.of(column).storage();
    }

    TableColumn read() {
        return new TableColumn(
                Nodes.of(column).name().column(), type(), !takesNull(), whenOmitted(), storage.comment());
    }

    /** Returns the reason why the column cannot be created, with the remedy. */
    Optional<String> gap() {
        if (whenOmitted() != null || !(Nodes.of(column).is(ColumnTrait.GENERATED) || isNeverFilled())) {
            return Optional.empty();
        }
        return Optional.of(
                Nodes.of(column).is(ColumnTrait.GENERATED)
                        ? column
                                + " is marked @GeneratedValue, but is neither an integer nor a UUID, so the"
                                + " generator of its value is unknown; add @Column(defaultValue = \"..\")."
                        : column + " is marked @ReadOnly and is not nullable, so no insert can fill it; add"
                                + " @Column(defaultValue = \"..\"), or mark it @Nullable.");
    }

    private boolean isNeverFilled() {
        return Nodes.of(column).is(ColumnTrait.READ_ONLY) && !takesNull();
    }

    /** A member that the mapper or the database fills can be null in Java, but its column is never null. */
    private boolean takesNull() {
        return Nodes.of(column).is(ColumnTrait.NULLABLE)
                && !Nodes.of(column).is(ColumnTrait.ID)
                && !Nodes.of(column).is(ColumnTrait.GENERATED)
                && !Nodes.of(column).is(ColumnTrait.VERSION)
                && !Nodes.of(column).is(ColumnTrait.TENANT)
                && !Nodes.of(column).is(ColumnTrait.CREATED_AT)
                && !Nodes.of(column).is(ColumnTrait.UPDATED_AT);
    }

    private @Nullable ColumnDefault whenOmitted() {
        TypeName type = column.type().name();
        if (storage.defaultValue() != null) {
            return new ColumnDefault.Expression(storage.defaultValue());
        } else if (!Nodes.of(column).is(ColumnTrait.GENERATED) || !type.builtIn() || type.array()) {
            return null;
        } else if (INTEGERS.contains(type.name())) {
            return new ColumnDefault.Identity();
        }
        return type.name().equals("uuid") ? new ColumnDefault.Expression("gen_random_uuid()") : null;
    }

    private DataType type() {
        TypeName type = column.type().name();
        List<Integer> modifiers = storage.modifiers();
        String limited = modifiers.size() == 1 ? "text" : "numeric";
        if (modifiers.isEmpty()) {
            return new DataType(type, type.modifiers());
        } else if (!type.builtIn() || !type.name().equals(limited)) {
            throw new MappingException(column + " is stored as " + type.name() + ", which has no "
                    + (modifiers.size() == 1 ? "length" : "precision") + ". Remove it from its @Column.");
        }
        String name = modifiers.size() == 1 ? "varchar" : type.name();
        return new DataType(new TypeName(name, true, type.array()), modifiers);
    }
}
