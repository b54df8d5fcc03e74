package dev.kindred.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.kindred.model.BelongsTo;
import dev.kindred.model.HasOne;
import dev.kindred.model.RelationDefinition;
import dev.kindred.sql.ReferentialAction;
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
        ClassName kind =
                ClassName.get(relation.annotation().equals(Annotations.HAS_ONE) ? HasOne.class : BelongsTo.class);
        CodeBlock targetKey = relation.key().target().stream()
                .map(constant -> CodeBlock.of("$T.$L", generated, constant))
                .collect(CodeBlock.joining(", "));
        CodeBlock keys = CodeBlock.of(
                "new $T<>($T.of($L), () -> $T.of($L))",
                RelationDefinition.RelationKeys.class,
                List.class,
                String.join(", ", relation.key().source()),
                List.class,
                targetKey);
        return FieldSpec.builder(
                        ParameterizedTypeName.get(kind, name, relation.target().entity()),
                        relation.constant(),
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc("The relation of {@code $L}.\n", relation.member().name())
                .initializer(
                        "$T.of(new $T<>(\n$>$>$T.class,\n$S,\n() -> $T.$L,\n$L,\n$L$L$<$<))",
                        kind,
                        RelationDefinition.class,
                        name,
                        relation.member().name(),
                        generated,
                        EntityShape.MODEL,
                        keys,
                        relation.member().access(),
                        onDelete())
                .build();
    }

    private CodeBlock onDelete() {
        return relation.onDelete().isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.of(",\n$T.$L", ReferentialAction.class, relation.onDelete());
    }
}
