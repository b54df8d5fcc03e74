package dev.kindred.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Writes the methods that read the members of an entity and build one. Members are numbered: columns first, then
 * relations.
 */
final class InstantiatorWriter {

    private final EntityDescription entity;
    private final List<Part> numbered;
    private final boolean isOverloaded;

    InstantiatorWriter(EntityDescription entity) {
        this.entity = entity;
        this.numbered = new ArrayList<>(entity.columns());
        this.numbered.addAll(entity.handles());
        this.isOverloaded = ElementFilter.constructorsIn(entity.type().getEnclosedElements()).stream()
                        .filter(constructor -> constructor.getParameters().size()
                                        == entity.parts().size()
                                || constructor.isVarArgs())
                        .count()
                > 1;
    }

    /** Adds the method that reads a member and the method that builds an entity. */
    void addTo(SourceText text) {
        addGet(text);
        addCreate(text);
    }

    private void addGet(SourceText text) {
        text.add("    protected $T get($T object, int member) {\n", Object.class, Object.class);
        text.add("        $T entity = ($T) object;\n        switch (member) {\n", entity.type(), entity.type());
        for (int i = 0; i < numbered.size(); i++) {
            text.add(
                    "            case $L: return entity.$L;\n",
                    i,
                    numbered.get(i).member().access());
        }
        text.add("            default: throw outOfRange(member);\n        }\n    }\n\n");
    }

    private void addCreate(SourceText text) {
        text.add("    protected $T create($T[] values) {\n", Object.class, Object.class);
        Code arguments = entity.parts().stream().map(this::argument).collect(Code.joining(",\n                "));
        text.add("        return new $T(\n                $L);\n    }\n", entity.type(), arguments);
    }

    private Code argument(Part part) {
        TypeMirror type = part.member().type();
        int number = numbered.indexOf(part);
        if (number >= 0) {
            return JavaModel.qualifiedName(type).equals(Object.class.getName())
                    ? Code.of("values[$L]", number)
                    : Code.of("($T) values[$L]", type, number);
        }
        TypeKind kind = type.getKind();
        return isOverloaded && !kind.isPrimitive() ? Code.of("($T) null", type) : Code.of("$L", zero(kind));
    }

    /** Returns the default value of a type, as an expression of exactly that type. */
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
