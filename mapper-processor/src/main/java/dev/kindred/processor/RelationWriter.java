package dev.kindred.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.kindred.annotation.OnDelete;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.RelationDefinition;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the constant of a relation. It names the other model in lambdas only, so that two models can name each other. */
final class RelationWriter {

    private final EntityDescription entity;
    private final Part.RelationPart relation;

    RelationWriter(EntityDescription entity, Part.RelationPart relation) {
        this.entity = entity;
        this.relation = relation;
    }

    FieldSpec field() {
        ClassName name = ClassName.get(entity.type());
        ClassName generated = relation.target().generated();
        ClassName kind = ClassName.get(
                relation.annotation().equals(Annotations.HAS_ONE) ? HasOneRelation.class : BelongsToRelation.class);
        TypeName related = relation.target().entity();
        CodeBlock targetKey = relation.key().target().stream()
                .map(constant -> CodeBlock.of("$T.$L", generated, constant))
                .collect(CodeBlock.joining(", "));
        CodeBlock keys = CodeBlock.of(
                "new $T<$T, $T>($L, () -> $L)",
                RelationDefinition.RelationKeys.class,
                name,
                related,
                list(name, CodeBlock.of(String.join(", ", relation.key().source()))),
                list(related, targetKey));
        return FieldSpec.builder(
                        ParameterizedTypeName.get(kind, name, related),
                        relation.constant(),
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc("The relation of {@code $L}.\n", relation.member().name())
                .initializer(
                        "$T.<$T, $T>of(new $T<$T, $T>(\n$>$>$T.class,\n$S,\n() -> $T.$L,\n$L,\n$L)$L$<$<)",
                        kind,
                        name,
                        related,
                        RelationDefinition.class,
                        name,
                        related,
                        name,
                        relation.member().name(),
                        generated,
                        EntityShape.MODEL,
                        keys,
                        relation.member().access(),
                        options())
                .build();
    }

    private static CodeBlock list(TypeName owner, CodeBlock columns) {
        return CodeBlock.of("$T.<$T<$T, ?>>of($L)", List.class, EntityColumn.class, owner, columns);
    }

    private CodeBlock options() {
        CodeBlock.Builder options = CodeBlock.builder();
        relation.options().scope().ifPresent(scope -> options.add("\n.scoped($T::new)", scope));
        Part.Pick pick = relation.options().pick();
        if (!pick.step().isEmpty()) {
            ClassName generated = relation.target().generated();
            CodeBlock columns = pick.columns().stream()
                    .map(constant -> CodeBlock.of("$T.$L", generated, constant))
                    .collect(CodeBlock.joining(", "));
            options.add("\n.$L(() -> $L)", pick.step(), list(relation.target().entity(), columns));
        }
        relation.options().meta().forEach((key, value) -> options.add("\n.meta($S, $S)", key, value));
        if (!relation.options().onDelete().isEmpty()) {
            options.add("\n.onDelete($T.$L)", OnDelete.class, relation.options().onDelete());
        }
        if (relation.options().touch()) {
            options.add("\n.touching()");
        }
        return options.build();
    }
}
