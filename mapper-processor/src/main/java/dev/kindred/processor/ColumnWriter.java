package dev.kindred.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Writes the constant of a column. Type arguments are written and arguments are no calls, since javac compiles an argument that is a call
 * twice and infers what is not written.
 */
final class ColumnWriter {

    private final ClassName entity;
    private final Part.ColumnPart column;

    ColumnWriter(ClassName entity, Part.ColumnPart column) {
        this.entity = entity;
        this.column = column;
    }

    FieldSpec field() {
        CodeBlock typeArgument = column.type().kind() == MappedType.Kind.TEXT
                ? CodeBlock.of("")
                : CodeBlock.of("<$T>", column.type().boxed());
        return FieldSpec.builder(type(), column.constant(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "$L.$L$L($S, $S, $L, $S, $L)",
                        ModelClassWriter.INSTANCE,
                        typeArgument,
                        method(),
                        column.member().name(),
                        column.column(),
                        column.type().expression(),
                        traits(),
                        column.storage().isEmpty() ? CodeBlock.of("null") : column.storage())
                .build();
    }

    private String method() {
        return switch (column.type().kind()) {
            case PLAIN -> "plain";
            case COMPARABLE -> "comparable";
            case NUMBER -> "number";
            case TEXT -> "text";
        };
    }

    private TypeName type() {
        TypeName boxed = column.type().boxed();
        return switch (column.type().kind()) {
            case PLAIN -> ParameterizedTypeName.get(ClassName.get(EntityColumn.class), entity, boxed);
            case COMPARABLE -> ParameterizedTypeName.get(ClassName.get(ComparableColumn.class), entity, boxed);
            case NUMBER -> ParameterizedTypeName.get(ClassName.get(NumberColumn.class), entity, boxed);
            case TEXT -> ParameterizedTypeName.get(ClassName.get(TextColumn.class), entity);
        };
    }

    private String traits() {
        Stream<String> traits = column.traits().stream().map(Enum::name);
        boolean isPrimitive = column.member().type().getKind().isPrimitive();
        return Stream.concat(traits, isPrimitive ? Stream.of(GeneratedModel.PRIMITIVE) : Stream.empty())
                .collect(Collectors.joining(" "));
    }
}
