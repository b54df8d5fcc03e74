package dev.kindred.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.kindred.model.Draft;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the methods that start a new entity and a copy of one. */
final class DraftWriter {

    private final EntityDescription entity;
    private final ClassName name;

    DraftWriter(EntityDescription entity) {
        this.entity = entity;
        this.name = ClassName.get(entity.type());
    }

    MethodSpec draft() {
        List<Part.ColumnPart> required = entity.columns().stream()
                .filter(column -> Draft.isRequired(column.traits()))
                .toList();
        MethodSpec.Builder method =
                method("draft").addJavadoc("Starts a new {@link $T} with the members that it must have.\n", name);
        for (Part.ColumnPart column : required) {
            method.addParameter(
                    TypeName.get(column.member().type()), column.member().name());
        }
        CodeBlock values = required.stream()
                .map(column -> CodeBlock.of("$N", column.member().name()))
                .collect(CodeBlock.joining(", "));
        return method.addStatement(
                        "return $T.$L.start(new $T[] {$L})",
                        entity.generated(),
                        ModelClassWriter.INSTANCE,
                        Object.class,
                        values)
                .build();
    }

    MethodSpec copy() {
        return method("copyOf")
                .addJavadoc("Starts a copy of {@code entity}.\n")
                .addParameter(name, "entity")
                .addStatement("return $L.copy(entity)", ModelClassWriter.INSTANCE)
                .build();
    }

    private MethodSpec.Builder method(String method) {
        return MethodSpec.methodBuilder(method)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(ClassName.get(Draft.class), name));
    }
}
