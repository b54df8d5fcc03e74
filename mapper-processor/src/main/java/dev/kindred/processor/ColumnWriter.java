package dev.kindred.processor;

import dev.kindred.internal.model.GeneratedFormat;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the constant of a column. Type arguments are explicit and arguments are not calls, since both save javac time:
 * it attributes an argument that is a call twice.
 */
final class ColumnWriter {

    private final ClassRef entity;
    private final Part.ColumnPart column;

    ColumnWriter(ClassRef entity, Part.ColumnPart column) {
        this.entity = entity;
        this.column = column;
    }

    Code field() {
        boolean isText = column.type().kind() == MappedType.Kind.TEXT;
        Code boxed = column.type().boxed();
        return Code.of(
                "    public static final $T<$T$L> $L = $L.$L$L($S, $S, $L, $S, $L);\n\n",
                type(),
                entity,
                isText ? "" : Code.of(", $T", boxed),
                column.constant(),
                ModelClassWriter.INSTANCE,
                isText ? "" : Code.of("<$T>", boxed),
                method(),
                column.member().name(),
                column.column(),
                column.type().expression(),
                traits(),
                column.storage().isEmpty() ? "null" : column.storage());
    }

    private String method() {
        return switch (column.type().kind()) {
            case PLAIN -> "plain";
            case COMPARABLE -> "comparable";
            case NUMBER -> "number";
            case TEXT -> "text";
        };
    }

    private Class<?> type() {
        return switch (column.type().kind()) {
            case PLAIN -> EntityColumn.class;
            case COMPARABLE -> ComparableColumn.class;
            case NUMBER -> NumberColumn.class;
            case TEXT -> TextColumn.class;
        };
    }

    private String traits() {
        Stream<String> traits = column.traits().stream().map(Enum::name);
        boolean isPrimitive = column.member().type().getKind().isPrimitive();
        return Stream.concat(traits, isPrimitive ? Stream.of(GeneratedFormat.PRIMITIVE) : Stream.empty())
                .collect(Collectors.joining(" "));
    }
}
