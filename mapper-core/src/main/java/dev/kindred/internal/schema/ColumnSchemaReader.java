package dev.kindred.internal.schema;

import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.ddl.ColumnDefault;
import dev.kindred.internal.sql.ddl.DataType;
import dev.kindred.internal.sql.ddl.TableColumn;
import dev.kindred.model.ColumnStorage;
import dev.kindred.model.ColumnTrait;
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
    private final ColumnStorage storage;

    ColumnSchemaReader(EntityColumn<?, ?> column) {
        this.column = column;
        this.storage = column.definition().storage();
    }

    TableColumn read() {
        return new TableColumn(
                column.definition().name().column(), type(), !takesNull(), whenOmitted(), storage.comment());
    }

    /** Returns the reason why the column cannot be created, with the remedy. */
    Optional<String> gap() {
        if (whenOmitted() != null || !(column.is(ColumnTrait.GENERATED) || isNeverFilled())) {
            return Optional.empty();
        }
        return Optional.of(
                column.is(ColumnTrait.GENERATED)
                        ? column
                                + " is marked @GeneratedValue, but is neither an integer nor a UUID, so the"
                                + " generator of its value is unknown; add @Column(defaultValue = \"..\")."
                        : column + " is marked @ReadOnly and is not nullable, so no insert can fill it; add"
                                + " @Column(defaultValue = \"..\"), or mark it @Nullable.");
    }

    private boolean isNeverFilled() {
        return column.is(ColumnTrait.READ_ONLY) && !takesNull();
    }

    /** A member that the mapper or the database fills can be null in Java, but its column is never null. */
    private boolean takesNull() {
        return column.is(ColumnTrait.NULLABLE)
                && !column.is(ColumnTrait.ID)
                && !column.is(ColumnTrait.GENERATED)
                && !column.is(ColumnTrait.VERSION)
                && !column.is(ColumnTrait.CREATED_AT)
                && !column.is(ColumnTrait.UPDATED_AT);
    }

    private @Nullable ColumnDefault whenOmitted() {
        TypeName type = column.type().name();
        if (storage.defaultValue() != null) {
            return new ColumnDefault.Expression(storage.defaultValue());
        } else if (!column.is(ColumnTrait.GENERATED) || !type.builtIn() || type.array()) {
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
