package dev.kindred.processor;

import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.model.RowValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        text.add("    protected $T create($T row) {\n", Object.class, RowValues.class);
        Code arguments = entity.parts().stream().map(this::argument).collect(Code.joining(",\n                "));
        text.add("        return new $T(\n                $L);\n    }\n", entity.type(), arguments);
    }

    private Code argument(Part part) {
        TypeMirror type = part.member().type();
        int number = numbered.indexOf(part);
        TypeKind kind = type.getKind();
        if (number >= 0) {
            Code value = value(part, number);
            return isUnboxed(kind) || JavaModel.qualifiedName(type).equals(Object.class.getName())
                    ? value
                    : Code.of("($T) $L", type, value);
        }
        return isOverloaded && !kind.isPrimitive() ? Code.of("($T) null", type) : Code.of("$L", zero(kind));
    }

    private static Code value(Part part, int number) {
        if (!(part instanceof Part.ColumnPart column)) {
            return Code.of("handle(row, $L)", number);
        }
        TypeKind kind = column.member().type().getKind();
        if (isUnboxed(kind)) {
            String name = kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
            return Code.of("row.required$L($L)", name, number);
        }
        return Code.of("row.$L($L)", column.traits().contains(ColumnTrait.NULLABLE) ? "nullable" : "required", number);
    }

    /** Returns whether a value is read without a box. Java keeps the boxes of {@code byte}. {@code char} is a text. */
    private static boolean isUnboxed(TypeKind kind) {
        return switch (kind) {
            case BOOLEAN, SHORT, INT, LONG, FLOAT, DOUBLE -> true;
            default -> false;
        };
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
