package dev.kindred.processor;

import dev.kindred.internal.model.ColumnTrait;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mapping of one member of an entity. */
sealed interface Part {

    /** Returns the member. */
    Member member();

    /**
     * A column.
     *
     * @param constant the name of the constant
     * @param column the column of the table
     * @param type how values are written and read
     * @param traits its traits, such as ID or NULLABLE
     * @param storage the {@code StoredColumn}, as an expression, or empty code
     */
    record ColumnPart(
            Member member, String constant, String column, MappedType type, List<ColumnTrait> traits, Code storage)
            implements Part {}

    /**
     * A relation.
     *
     * @param constant the name of the constant
     * @param annotation its annotation
     * @param target the related entity
     * @param path its key columns and options
     */
    record RelationPart(Member member, String constant, String annotation, Target target, Path path) implements Part {

        Key key() {
            return path.key();
        }

        Options options() {
            return path.options();
        }

        Between between() {
            return path.between();
        }
    }

    /**
     * A relation to one of several types.
     *
     * @param constant the name of the constant
     * @param type the sealed type
     * @param types the relation of each type
     */
    record OneOfPart(Member member, String constant, Code type, List<RelationPart> types) implements Part {}

    /** An unmapped member. Its value is always null, zero or false. */
    record AbsentPart(Member member) implements Part {}

    /**
     * A related entity.
     *
     * @param entity its type
     * @param generated its generated class
     * @param name its simple name
     */
    record Target(Code entity, ClassRef generated, String name) {}

    /**
     * The constants of the key columns of a relation.
     *
     * @param source the constants of the declaring entity
     * @param target the constants of the related entity, in the same order
     * @param type the name of the type that the referencing side has in its first column, or an empty text. The other
     *     side has no column for it
     */
    record Key(List<String> source, List<String> target, String type) {

        /** Makes a key without the name of a type. */
        Key(List<String> source, List<String> target) {
            this(source, target, "");
        }
    }

    /**
     * How a relation finds the related rows.
     *
     * @param key the key columns; empty over other relations
     * @param options the options of its annotation
     * @param between what is between the entity and the related rows
     */
    record Path(Key key, Options options, Between between) {}

    /** What is between an entity and the related rows of a relation. */
    sealed interface Between {}

    /** Nothing: the related rows are linked directly. */
    record Nothing() implements Between {}

    /**
     * Other relations.
     *
     * @param constants their constants, in the order of the path
     * @param pivot the entity between, if the relation is a many-to-many relation
     */
    record Steps(List<Code> constants, Optional<Code> pivot) implements Between {}

    /**
     * A pivot table without an entity.
     *
     * @param schema its schema, or an empty text
     * @param table its name
     * @param source its columns that reference the declaring entity
     * @param target its columns that reference the related entity
     */
    record Pairs(String schema, String table, List<String> source, List<String> target) implements Between {}

    /**
     * The options of a relation.
     *
     * @param scope the class of its scope, or nothing
     * @param meta its pairs for tools, in the order of the annotation
     * @param onDelete the ON DELETE action, or an empty text if none is set
     * @param order the order of the related rows
     * @param touch whether the owner is marked as changed with each write
     */
    record Options(Optional<Code> scope, Map<String, String> meta, String onDelete, Order order, boolean touch) {}

    /**
     * The order of the related rows. A relation to one row picks the first of several rows.
     *
     * @param step the step of the definition, or an empty text without an order
     * @param terms the columns, most significant first
     */
    record Order(String step, List<Term> terms) {

        static final Order NONE = new Order("", List.of());
    }

    /**
     * A column of an order.
     *
     * @param constant the constant of the column
     * @param direction the method that makes a term of the order, or an empty text for the column itself
     */
    record Term(String constant, String direction) {}
}
