package dev.kindred.processor;

import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * The content of a generated class.
 *
 * @param type the entity
 * @param generated the generated class
 * @param table its table
 * @param parts its members, in the order of the constructor
 */
record EntityDescription(TypeElement type, ClassRef generated, Table table, List<Part> parts) {

    EntityDescription {
        parts = List.copyOf(parts);
    }

    /**
     * A table.
     *
     * @param schema the schema, or an empty text for none
     * @param name the name
     * @param comment its comment, or an empty text
     */
    record Table(String schema, String name, String comment) {}

    List<Part.ColumnPart> columns() {
        return partsOf(Part.ColumnPart.class);
    }

    List<Part.RelationPart> relations() {
        return partsOf(Part.RelationPart.class);
    }

    private <P extends Part> List<P> partsOf(Class<P> kind) {
        return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
