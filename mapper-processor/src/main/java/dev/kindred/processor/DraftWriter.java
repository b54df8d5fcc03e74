package dev.kindred.processor;

import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.model.Draft;
import java.util.List;

/** Writes the methods that start a new entity and a copy of an entity. */
final class DraftWriter {

    private final EntityDescription entity;

    DraftWriter(EntityDescription entity) {
        this.entity = entity;
    }

    void addTo(SourceText text) {
        List<Part.ColumnPart> required = entity.columns().stream()
                .filter(column -> ColumnTrait.isRequired(column.traits()))
                .toList();
        Code parameters = required.stream()
                .map(Part.ColumnPart::member)
                .map(member -> Code.of("\n            $T $L", member.type(), parameter(member)))
                .collect(Code.joining(","));
        Code values = required.stream()
                .map(column -> Code.of("$L", parameter(column.member())))
                .collect(Code.joining(", "));
        text.add("    /**\n     * Starts a new {@link $T} with its required members.\n     */\n", entity.type());
        text.add("    public static $T<$T> draft($L) {\n", Draft.class, entity.type(), parameters);
        text.add(
                "        return $T.$L.start(new $T[] {$L});\n    }\n\n",
                entity.generated(),
                ModelClassWriter.INSTANCE,
                Object.class,
                values);
        text.add("    /**\n     * Starts a copy of {@code entity}.\n     */\n");
        text.add("    public static $T<$T> copyOf($T entity) {\n", Draft.class, entity.type(), entity.type());
        text.add("        return $L.copy(entity);\n    }\n\n", ModelClassWriter.INSTANCE);
    }

    /** A parameter named like the generated class would hide the class, which the method refers to. */
    private String parameter(Member member) {
        String name = member.name();
        if (!name.equals(entity.generated().name())) {
            return name;
        }
        List<String> names =
                entity.parts().stream().map(part -> part.member().name()).toList();
        do {
            name += "_";
        } while (names.contains(name));
        return name;
    }
}
