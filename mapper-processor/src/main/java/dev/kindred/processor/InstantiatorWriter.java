package dev.kindred.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Writes the methods that read the members of an entity and build one. A member has a number there: columns first, relations after them. */
final class InstantiatorWriter {

    private final EntityDescription entity;
    private final List<Part> numbered;
    private final boolean isOverloaded;

    InstantiatorWriter(EntityDescription entity) {
        this.entity = entity;
        this.numbered = new ArrayList<>(entity.columns());
        this.numbered.addAll(entity.relations());
        this.isOverloaded = ElementFilter.constructorsIn(entity.type().getEnclosedElements()).stream()
                        .filter(constructor -> constructor.getParameters().size()
                                        == entity.parts().size()
                                || constructor.isVarArgs())
                        .count()
                > 1;
    }

    /** Returns the method that reads a member. */
    MethodSpec get() {
        ClassName name = ClassName.get(entity.type());
        MethodSpec.Builder method = MethodSpec.methodBuilder("get")
                .addModifiers(Modifier.PROTECTED)
                .returns(Object.class)
                .addParameter(Object.class, "object")
                .addParameter(int.class, "member")
                .addStatement("$T entity = ($T) object", name, name)
                .addCode("switch (member) {\n$>");
        for (int i = 0; i < numbered.size(); i++) {
            method.addCode(
                    "case $L: return entity.$L;\n", i, numbered.get(i).member().access());
        }
        return method.addCode("default: throw outOfRange(member);\n$<}\n").build();
    }

    /** Returns the method that builds an entity. */
    MethodSpec create() {
        CodeBlock arguments = entity.parts().stream().map(this::argument).collect(CodeBlock.joining(",\n"));
        return MethodSpec.methodBuilder("create")
                .addModifiers(Modifier.PROTECTED)
                .returns(Object.class)
                .addParameter(Object[].class, "values")
                .addStatement("return new $T(\n$L)", ClassName.get(entity.type()), arguments)
                .build();
    }

    private CodeBlock argument(Part part) {
        TypeName type = TypeName.get(part.member().type());
        int number = numbered.indexOf(part);
        if (number >= 0) {
            return type.equals(ClassName.get(Object.class))
                    ? CodeBlock.of("values[$L]", number)
                    : CodeBlock.of("($T) values[$L]", type, number);
        }
        TypeKind kind = part.member().type().getKind();
        return isOverloaded && !kind.isPrimitive() ? CodeBlock.of("($T) null", type) : CodeBlock.of("$L", zero(kind));
    }

    /** Returns what a field of a primitive type holds by itself, as an expression of exactly that type. */
    private static String zero(TypeKind kind) {
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
