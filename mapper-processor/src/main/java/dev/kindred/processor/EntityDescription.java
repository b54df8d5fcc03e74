package dev.kindred.processor;

import java.util.List;
import java.util.stream.Stream;
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

    /** Returns the relations; one for each type of a relation to one of several types. */
    List<Part.RelationPart> relations() {
        return handles().stream()
                .flatMap(part -> part instanceof Part.OneOfPart oneOf
                        ? oneOf.types().stream()
                        : Stream.of((Part.RelationPart) part))
                .toList();
    }

    /** Returns the members that are relations. */
    List<Part> handles() {
        return parts.stream()
                .filter(part -> part instanceof Part.RelationPart || part instanceof Part.OneOfPart)
                .toList();
    }

    private <P extends Part> List<P> partsOf(Class<P> kind) {
        return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
