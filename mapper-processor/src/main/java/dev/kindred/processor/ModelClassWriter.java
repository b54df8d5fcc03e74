package dev.kindred.processor;

import dev.kindred.internal.model.GeneratedFormat;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Writes the class of an entity: its columns, its relations and its model. */
final class ModelClassWriter {

    /** The only instance of the class. Its name is in lower case, since the constants of columns are in upper case. */
    static final String INSTANCE = "model";

    private final EntityDescription entity;
    private final ClassRef name;
    private final SourceText text;

    private ModelClassWriter(EntityDescription entity) {
        this.entity = entity;
        this.name = ClassRef.of(entity.type());
        this.text = new SourceText(entity.generated().packageName());
    }

    /**
     * Returns the source.
     *
     * @param annotations the annotations of the class
     */
    static String write(EntityDescription entity, List<Code> annotations) {
        ModelClassWriter writer = new ModelClassWriter(entity);
        writer.write(annotations);
        return writer.text.render();
    }

    private void write(List<Code> annotations) {
        text.add("/**\n * The columns and relations of {@link $T}.\n */\n", name);
        annotations.forEach(annotation -> text.add("$L\n", annotation));
        text.add(
                "$Lfinal class $T extends $T<$T> {\n",
                isPublic() ? "public " : "",
                entity.generated(),
                GeneratedModel.class,
                name);
        text.add("    private static final $T $L = new $T();\n\n", entity.generated(), INSTANCE, entity.generated());
        entity.columns().forEach(column -> text.add(new ColumnWriter(name, column).field()));
        RelationWriter relations = new RelationWriter(entity);
        relations.addFields(text);
        ParameterNames.constant(entity).ifPresent(text::add);
        addModel();
        addConstructor();
        new DraftWriter(entity).addTo(text);
        new InstantiatorWriter(entity).addTo(text);
        relations.addTarget(text);
        text.add("}\n");
    }

    private boolean isPublic() {
        for (Element e = entity.type(); e instanceof TypeElement; e = e.getEnclosingElement()) {
            if (!e.getModifiers().contains(Modifier.PUBLIC) && !isMemberOfInterface(e)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMemberOfInterface(Element element) {
        return element.getEnclosingElement() instanceof TypeElement outer
                && outer.getKind().isInterface();
    }

    private void addModel() {
        EntityDescription.Table table = entity.table();
        text.add("    /**\n     * The model of {@link $T}.\n     */\n", name);
        text.add("    public static final $T<$T> $L = ", EntityModel.class, name, DeclaredEntity.MODEL);
        text.add(
                "$L.model($L, $S, $L);\n\n", INSTANCE, literal(table.schema()), table.name(), literal(table.comment()));
    }

    /** Writes the format of this processor as a number, since the library of the user can have another format. */
    private void addConstructor() {
        text.add("    private $T() {\n", entity.generated());
        text.add("        super($T.class, $L);\n    }\n\n", name, GeneratedFormat.NUMBER);
    }

    private static Code literal(String text) {
        return text.isBlank() ? Code.of("null") : Code.of("$S", text);
    }
}
