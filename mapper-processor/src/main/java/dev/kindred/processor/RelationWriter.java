package dev.kindred.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.kindred.annotation.OnDelete;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.HasOneRelation;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the constants of relations. They name the other model in a method only, so that two models can name each other. */
final class RelationWriter {

    private static final TypeName ANY = WildcardTypeName.subtypeOf(Object.class);
    private static final TypeName COLUMNS =
            ArrayTypeName.of(ParameterizedTypeName.get(ClassName.get(EntityColumn.class), ANY, ANY));

    private final EntityDescription entity;

    RelationWriter(EntityDescription entity) {
        this.entity = entity;
    }

    List<FieldSpec> fields() {
        return entity.relations().stream().map(this::field).toList();
    }

    private FieldSpec field(Part.RelationPart relation) {
        boolean isHasOne = relation.annotation().equals(Annotations.HAS_ONE);
        TypeName related = relation.target().entity();
        CodeBlock source = CodeBlock.of(String.join(", ", relation.key().source()));
        return FieldSpec.builder(
                        ParameterizedTypeName.get(
                                ClassName.get(isHasOne ? HasOneRelation.class : BelongsToRelation.class),
                                ClassName.get(entity.type()),
                                related),
                        relation.constant(),
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(
                        "$L.<$T>$L($L.<$T>relation($S, $L)$L)",
                        ModelClassWriter.INSTANCE,
                        related,
                        isHasOne ? "hasOne" : "belongsTo",
                        ModelClassWriter.INSTANCE,
                        related,
                        relation.member().name(),
                        array(source),
                        options(relation))
                .build();
    }

    /** Returns the method that names the columns of the related entities, when there are any. */
    Optional<MethodSpec> target() {
        List<Part.RelationPart> relations = entity.relations();
        if (relations.isEmpty()) {
            return Optional.empty();
        }
        MethodSpec.Builder method = MethodSpec.methodBuilder("target")
                .addModifiers(Modifier.PROTECTED)
                .returns(COLUMNS)
                .addParameter(int.class, "member")
                .addCode("switch (member) {\n$>");
        int number = entity.columns().size();
        for (Part.RelationPart relation : relations) {
            method.addCode(
                    "case $L: return $L;\n",
                    number++,
                    array(constants(relation.target(), relation.key().target())));
        }
        return Optional.of(
                method.addCode("default: throw outOfRange(member);\n$<}\n").build());
    }

    private static CodeBlock constants(Part.Target target, List<String> constants) {
        return constants.stream()
                .map(constant -> CodeBlock.of("$T.$L", target.generated(), constant))
                .collect(CodeBlock.joining(", "));
    }

    private static CodeBlock array(CodeBlock columns) {
        return CodeBlock.of("new $T {$L}", COLUMNS, columns);
    }

    private static CodeBlock options(Part.RelationPart relation) {
        CodeBlock.Builder options = CodeBlock.builder();
        relation.options().scope().ifPresent(scope -> options.add("\n.scoped($T::new)", scope));
        Part.Pick pick = relation.options().pick();
        if (!pick.step().isEmpty()) {
            options.add(
                    "\n.$L(() -> $T.<$T<$T, ?>>of($L))",
                    pick.step(),
                    List.class,
                    EntityColumn.class,
                    relation.target().entity(),
                    constants(relation.target(), pick.columns()));
        }
        relation.options().meta().forEach((key, value) -> options.add("\n.meta($S, $S)", key, value));
        if (!relation.options().onDelete().isEmpty()) {
            options.add("\n.onDelete($T.$L)", OnDelete.class, relation.options().onDelete());
        }
        if (relation.options().touch()) {
            options.add("\n.touching()");
        }
        return options.isEmpty() ? CodeBlock.of("") : CodeBlock.of("$>$>$L$<$<", options.build());
    }
}
