package dev.kindred.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.kindred.model.ColumnTrait;
import java.util.List;

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
            Member member, String constant, String column, MappedType type, List<ColumnTrait> traits, CodeBlock storage)
            implements Part {}

    /**
     * A relation.
     *
     * @param constant the name of the constant
     * @param annotation its annotation, which is named like the class of the constant
     * @param target the related entity
     * @param key the columns it goes by
     * @param onDelete what a delete does, or an empty text when nothing is said
     */
    record RelationPart(Member member, String constant, String annotation, Target target, Key key, String onDelete)
            implements Part {}

    /** A member that is not mapped and stays null, zero or false. */
    record AbsentPart(Member member) implements Part {}

    /**
     * A related entity.
     *
     * @param entity its type
     * @param generated the class that is written for it
     */
    record Target(TypeName entity, ClassName generated) {}

    /**
     * The constants of the columns a relation goes by.
     *
     * @param source those of the declaring entity
     * @param target those of the related one, in the same order
     */
    record Key(List<String> source, List<String> target) {}
}
