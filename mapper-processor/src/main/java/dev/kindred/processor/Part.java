package dev.kindred.processor;

import dev.kindred.model.ColumnTrait;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a member of an entity becomes, in the order of the constructor. */
sealed interface Part {

    /** Returns the member. */
    Member member();

    /**
     * A column.
     *
     * @param constant the name of the constant
     * @param column the column of the table
     * @param type how values are written and read
     * @param traits what it is besides a value
     * @param storage how the database keeps it, as an expression, or an empty one
     */
    record ColumnPart(
            Member member, String constant, String column, MappedType type, List<ColumnTrait> traits, Code storage)
            implements Part {}

    /**
     * A relation.
     *
     * @param constant the name of the constant
     * @param annotation its annotation, which is named like the class of the constant
     * @param target the related entity
     * @param path the columns it goes by and what else was said of it
     */
    record RelationPart(Member member, String constant, String annotation, Target target, Path path) implements Part {

        Key key() {
            return path.key();
        }

        Options options() {
            return path.options();
        }
    }

    /** A member that is not mapped and stays null, zero or false. */
    record AbsentPart(Member member) implements Part {}

    /**
     * A related entity.
     *
     * @param entity its type
     * @param generated the class that is written for it
     */
    record Target(Code entity, ClassRef generated) {}

    /**
     * The constants of the columns a relation goes by.
     *
     * @param source those of the declaring entity
     * @param target those of the related one, in the same order
     */
    record Key(List<String> source, List<String> target) {}

    /**
     * How a relation gets to the related rows.
     *
     * @param key the columns it goes by
     * @param options what else was said of it
     */
    record Path(Key key, Options options) {}

    /**
     * What else was said of a relation.
     *
     * @param scope the class of its scope, or nothing
     * @param meta its pairs for tools, in the order in which they were written
     * @param onDelete what a delete does, or an empty text when nothing is said
     * @param pick which of many rows is meant
     * @param touch whether the owner is marked as changed with each write
     */
    record Options(Optional<Code> scope, Map<String, String> meta, String onDelete, Pick pick, boolean touch) {}

    /**
     * Which of many rows a relation means.
     *
     * @param step the step of the definition that says it, or an empty text when nothing is said
     * @param columns the constants of the columns it goes by
     */
    record Pick(String step, List<String> columns) {

        static final Pick NONE = new Pick("", List.of());
    }
}
