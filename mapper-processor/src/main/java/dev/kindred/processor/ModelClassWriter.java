package dev.kindred.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Writes the class of an entity: its columns, its relations and its model. */
final class ModelClassWriter {

    /** The only object of the class, in small letters, since the constants of columns are in capital letters. */
    static final String INSTANCE = "model";

    private final EntityDescription entity;
    private final ClassName name;

    private ModelClassWriter(EntityDescription entity) {
        this.entity = entity;
        this.name = ClassName.get(entity.type());
    }

    /**
     * Returns the source.
     *
     * @param annotations what stands on the class
     */
    static JavaFile write(EntityDescription entity, List<AnnotationSpec> annotations) {
        ModelClassWriter writer = new ModelClassWriter(entity);
        return JavaFile.builder(entity.generated().packageName(), writer.type(annotations))
                .indent("    ")
                .build();
    }

    private TypeSpec type(List<AnnotationSpec> annotations) {
        TypeSpec.Builder type = TypeSpec.classBuilder(entity.generated())
                .addOriginatingElement(entity.type())
                .addJavadoc("The columns and relations of {@link $T}.\n", name)
                .superclass(ParameterizedTypeName.get(ClassName.get(GeneratedModel.class), name))
                .addModifiers(Modifier.FINAL);
        if (isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        annotations.forEach(type::addAnnotation);
        type.addField(instance());
        entity.columns().forEach(column -> type.addField(new ColumnWriter(name, column).field()));
        RelationWriter relations = new RelationWriter(entity);
        relations.fields().forEach(type::addField);
        ParameterNames.constant(entity).ifPresent(type::addField);
        DraftWriter draft = new DraftWriter(entity);
        InstantiatorWriter instantiator = new InstantiatorWriter(entity);
        type.addField(model())
                .addMethod(constructor())
                .addMethod(draft.draft())
                .addMethod(draft.copy())
                .addMethod(instantiator.get())
                .addMethod(instantiator.create());
        relations.target().ifPresent(type::addMethod);
        return type.build();
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

    private FieldSpec instance() {
        return FieldSpec.builder(entity.generated(), INSTANCE, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("new $T()", entity.generated())
                .build();
    }

    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addStatement("super($T.class)", name)
                .build();
    }

    private FieldSpec model() {
        EntityDescription.Table table = entity.table();
        return FieldSpec.builder(
                        ParameterizedTypeName.get(ClassName.get(EntityModel.class), name),
                        DeclaredEntity.MODEL,
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc("What the mapper knows of {@link $T}.\n", name)
                .initializer(
                        "$L.model($L, $S, $L)",
                        INSTANCE,
                        literal(table.schema()),
                        table.name(),
                        literal(table.comment()))
                .build();
    }

    private static CodeBlock literal(String text) {
        return text.isBlank() ? CodeBlock.of("null") : CodeBlock.of("$S", text);
    }
}
