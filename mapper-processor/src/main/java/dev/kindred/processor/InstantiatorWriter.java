package dev.kindred.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.kindred.model.RowValues;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Writes the method that builds an entity from a row. */
final class InstantiatorWriter {

    private final EntityDescription entity;
    private final List<Part.ColumnPart> columns;
    private final List<Part.RelationPart> relations;
    private final boolean isOverloaded;

    InstantiatorWriter(EntityDescription entity) {
        this.entity = entity;
        this.columns = entity.columns();
        this.relations = entity.relations();
        this.isOverloaded = ElementFilter.constructorsIn(entity.type().getEnclosedElements()).stream()
                        .filter(constructor -> constructor.getParameters().size()
                                        == entity.parts().size()
                                || constructor.isVarArgs())
                        .count()
                > 1;
    }

    MethodSpec method() {
        ClassName name = ClassName.get(entity.type());
        CodeBlock arguments = entity.parts().stream().map(this::argument).collect(CodeBlock.joining(",\n"));
        return MethodSpec.methodBuilder("instantiate")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(name)
                .addParameter(ParameterizedTypeName.get(ClassName.get(RowValues.class), name), "row")
                .addStatement("return new $T(\n$L)", name, arguments)
                .build();
    }

    private CodeBlock argument(Part part) {
        TypeName type = TypeName.get(part.member().type());
        if (part instanceof Part.ColumnPart column) {
            String method = column.member().isNullable() ? "nullable" : "required";
            return CodeBlock.of(
                    "row.<$T>$L($L, $L)", column.type().boxed(), method, columns.indexOf(column), column.constant());
        }
        if (part instanceof Part.RelationPart relation) {
            int ordinal = relations.indexOf(relation);
            return CodeBlock.of("row.<$T>handle($L, $L)", type, ordinal, relation.constant());
        }
        TypeKind kind = part.member().type().getKind();
        return isOverloaded && !kind.isPrimitive()
                ? CodeBlock.of("($T) null", type)
                : CodeBlock.of("$L", ColumnWriter.zero(kind));
    }
}
