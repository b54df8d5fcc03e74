package dev.kindred.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/** Writes the constant of a column. Type arguments are written, since their inference takes most of the time of a compilation. */
final class ColumnWriter {

    private final ClassName entity;
    private final Part.ColumnPart column;

    ColumnWriter(ClassName entity, Part.ColumnPart column) {
        this.entity = entity;
        this.column = column;
    }

    FieldSpec field() {
        TypeName boxed = column.type().boxed();
        CodeBlock value = switch (column.type().kind()) {
            case PLAIN -> CodeBlock.of("$L\n$>$>.column()$<$<", definition());
            case COMPARABLE -> CodeBlock.of("$T.<$T, $T>of($L)", ComparableColumn.class, entity, boxed, definition());
            case NUMBER -> CodeBlock.of("$T.<$T, $T>of($L)", NumberColumn.class, entity, boxed, definition());
            case TEXT -> CodeBlock.of("$T.<$T>of($L)", TextColumn.class, entity, definition());
        };
        return FieldSpec.builder(type(), column.constant(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The column of {@code $L}.\n", column.member().name())
                .initializer(value)
                .build();
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

    private CodeBlock definition() {
        CodeBlock.Builder definition = CodeBlock.builder()
                .add(
                        "$T.<$T, $T>of(\n$>$>$T.class, $S, $S, $L, $L)",
                        ColumnDefinition.class,
                        entity,
                        column.type().boxed(),
                        entity,
                        column.member().name(),
                        column.column(),
                        column.type().expression(),
                        column.member().access());
        if (!column.traits().isEmpty()) {
            CodeBlock traits = column.traits().stream()
                    .map(trait -> CodeBlock.of("$T.$L", ColumnTrait.class, trait))
                    .collect(CodeBlock.joining(", "));
            definition.add("\n.with($L)", traits);
        }
        if (!column.storage().isEmpty()) {
            definition.add("\n.stored($L)", column.storage());
        }
        TypeKind kind = column.member().type().getKind();
        if (kind.isPrimitive()) {
            definition.add("\n.primitive($L)", zero(kind));
        }
        return definition.add("$<$<").build();
    }

    /** Returns what a field of a primitive type holds by itself, as an expression of exactly that type. */
    static String zero(TypeKind kind) {
        return switch (kind) {
            case BOOLEAN -> "false";
            case BYTE -> "(byte) 0";
            case SHORT -> "(short) 0";
            case INT -> "0";
            case LONG -> "0L";
            case CHAR -> "'\\0'";
            case FLOAT -> "0f";
            case DOUBLE -> "0d";
            default -> "null";
        };
    }
}
