package dev.kindred.processor;

import dev.kindred.annotation.OnDelete;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.HasOneRelation;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the constants of relations. They name the related model in a method only, so that two models can name each
 * other.
 */
final class RelationWriter {

    private static final Code COLUMNS = Code.of("$T<?, ?>[]", EntityColumn.class);

    private final EntityDescription entity;

    RelationWriter(EntityDescription entity) {
        this.entity = entity;
    }

    /** Adds the constants. */
    void addFields(SourceText text) {
        entity.relations().forEach(relation -> text.add(field(relation)));
    }

    private Code field(Part.RelationPart relation) {
        boolean isHasOne = relation.annotation().equals(Annotations.HAS_ONE);
        Code related = relation.target().entity();
        Code definition = Code.of(
                "$L.<$T>relation($S, $L)$L",
                ModelClassWriter.INSTANCE,
                related,
                relation.member().name(),
                array(Code.of("$L", String.join(", ", relation.key().source()))),
                options(relation));
        return Code.of(
                "    public static final $T<$T, $T> $L = $L.<$T>$L($L);\n\n",
                isHasOne ? HasOneRelation.class : BelongsToRelation.class,
                entity.type(),
                related,
                relation.constant(),
                ModelClassWriter.INSTANCE,
                related,
                isHasOne ? "hasOne" : "belongsTo",
                definition);
    }

    /** Adds the method that names the columns of the related entities, if the entity has relations. */
    void addTarget(SourceText text) {
        List<Part.RelationPart> relations = entity.relations();
        if (relations.isEmpty()) {
            return;
        }
        text.add("\n    protected $L target(int member) {\n        switch (member) {\n", COLUMNS);
        int number = entity.columns().size();
        for (Part.RelationPart relation : relations) {
            text.add(
                    "            case $L: return $L;\n",
                    number++,
                    array(constants(relation.target(), relation.key().target())));
        }
        text.add("            default: throw outOfRange(member);\n        }\n    }\n");
    }

    private static Code constants(Part.Target target, List<String> constants) {
        return constants.stream()
                .map(constant -> Code.of("$T.$L", target.generated(), constant))
                .collect(Code.joining(", "));
    }

    private static Code array(Code columns) {
        return Code.of("new $L {$L}", COLUMNS, columns);
    }

    private static Code options(Part.RelationPart relation) {
        List<Code> options = new ArrayList<>();
        relation.options().scope().ifPresent(scope -> options.add(Code.of(".scoped($T::new)", scope)));
        Part.Pick pick = relation.options().pick();
        if (!pick.step().isEmpty()) {
            options.add(Code.of(
                    ".$L(() -> $T.<$T<$T, ?>>of($L))",
                    pick.step(),
                    List.class,
                    EntityColumn.class,
                    relation.target().entity(),
                    constants(relation.target(), pick.columns())));
        }
        relation.options().meta().forEach((key, value) -> options.add(Code.of(".meta($S, $S)", key, value)));
        if (!relation.options().onDelete().isEmpty()) {
            options.add(Code.of(
                    ".onDelete($T.$L)", OnDelete.class, relation.options().onDelete()));
        }
        if (relation.options().touch()) {
            options.add(Code.of(".touching()"));
        }
        return options.stream()
                .map(option -> Code.of("\n            $L", option))
                .collect(Code.joining(""));
    }
}
