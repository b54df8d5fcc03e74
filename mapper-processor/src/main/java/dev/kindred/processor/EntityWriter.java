package dev.kindred.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.model.TableDefinition;
import dev.kindred.type.TableName;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Writes the class of an entity: its columns, its relations and its model. */
final class EntityWriter {

    private static final Modifier[] CONSTANT = {Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL};

    private final EntityDescription entity;
    private final ClassName name;

    private EntityWriter(EntityDescription entity) {
        this.entity = entity;
        this.name = ClassName.get(entity.type());
    }

    /**
     * Returns the source.
     *
     * @param annotations what stands on the class
     */
    static JavaFile write(EntityDescription entity, List<AnnotationSpec> annotations) {
        EntityWriter writer = new EntityWriter(entity);
        return JavaFile.builder(entity.generated().packageName(), writer.type(annotations))
                .indent("    ")
                .build();
    }

    private TypeSpec type(List<AnnotationSpec> annotations) {
        TypeSpec.Builder type = TypeSpec.classBuilder(entity.generated())
                .addOriginatingElement(entity.type())
                .addJavadoc("The columns and relations of {@link $T}.\n", name)
                .addModifiers(Modifier.FINAL);
        if (isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        annotations.forEach(type::addAnnotation);
        entity.columns().forEach(column -> type.addField(new ColumnWriter(name, column).field()));
        entity.relations().forEach(relation -> type.addField(new RelationWriter(entity, relation).field()));
        ParameterNames.constant(entity).ifPresent(type::addField);
        DraftWriter draft = new DraftWriter(entity);
        return type.addField(model())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(draft.draft())
                .addMethod(draft.copy())
                .addMethod(new InstantiatorWriter(entity).method())
                .build();
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

    private FieldSpec model() {
        TypeName type = ParameterizedTypeName.get(ClassName.get(EntityModel.class), name);
        return FieldSpec.builder(type, EntityShape.MODEL, CONSTANT)
                .addJavadoc("What the mapper knows of {@link $T}.\n", name)
                .initializer(
                        "$T.<$T>of(\n$>$>$T.class,\n$L,\n$L,\n$L,\n$T::instantiate$<$<)",
                        EntityModel.class,
                        name,
                        name,
                        table(),
                        list(
                                EntityColumn.class,
                                entity.columns().stream()
                                        .map(Part.ColumnPart::constant)
                                        .toList()),
                        list(
                                Relation.class,
                                entity.relations().stream()
                                        .map(Part.RelationPart::constant)
                                        .toList()),
                        entity.generated())
                .build();
    }

    private CodeBlock table() {
        EntityDescription.Table table = entity.table();
        CodeBlock name = table.schema().isEmpty()
                ? CodeBlock.of("$T.of($S)", TableName.class, table.name())
                : CodeBlock.of("new $T($S, $S)", TableName.class, table.schema(), table.name());
        return table.comment().isBlank()
                ? name
                : CodeBlock.of("new $T($L, $S)", TableDefinition.class, name, table.comment());
    }

    private CodeBlock list(Class<?> kind, List<String> constants) {
        return CodeBlock.of("$T.<$T<$T, ?>>of($L)", List.class, kind, name, String.join(", ", constants));
    }
}
