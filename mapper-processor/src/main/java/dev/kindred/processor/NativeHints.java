package dev.kindred.processor;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Writes what a native image needs to know of an entity or a repository. The library finds the generated class by its
 * name. A JSON library reads and creates the values of JSON members by reflection.
 */
final class NativeHints {

    private static final String FOLDER = "META-INF/native-image/dev.kindred/";

    private final JavaModel java;
    private final Set<String> values = new TreeSet<>();

    private NativeHints(JavaModel java) {
        this.java = java;
    }

    /** Returns the path of the file. Each class has its own, so that compilers can work incrementally. */
    static String path(ClassRef generated) {
        return FOLDER + generated.canonicalName() + "/reachability-metadata.json";
    }

    /** Returns the content of the file of a repository. */
    static String write(RepositoryDescription repository) {
        return file(Stream.of(named(repository.generated())));
    }

    /** Returns the content of the file. */
    static String write(JavaModel java, EntityDescription entity) {
        NativeHints hints = new NativeHints(java);
        entity.columns().stream()
                .map(Part.ColumnPart::member)
                .filter(member -> member.has(Annotations.JSON))
                .forEach(member -> hints.add(member.type()));
        return file(Stream.concat(
                Stream.of(named(entity.generated())), hints.values.stream().map(NativeHints::bound)));
    }

    private static String file(Stream<String> types) {
        return types.collect(Collectors.joining(",\n", "{\n  \"reflection\": [\n", "\n  ]\n}\n"));
    }

    private static String named(ClassRef generated) {
        return "    { \"type\": \"" + generated.canonicalName() + "\" }";
    }

    private static String bound(String type) {
        return "    { \"type\": \"" + type + "\", \"allDeclaredConstructors\": true, \"allDeclaredFields\": true,"
                + " \"allDeclaredMethods\": true }";
    }

    private void add(TypeMirror type) {
        JavaModel.parts(type)
                .filter(DeclaredType.class::isInstance)
                .map(part -> (TypeElement) ((DeclaredType) part).asElement())
                .forEach(this::add);
    }

    /** Types of the JDK have serializers of their own. */
    private void add(TypeElement type) {
        String name = java.elements().getBinaryName(type).toString();
        if (name.startsWith("java.") || !values.add(name)) {
            return;
        }
        add(type.getSuperclass());
        if (type.getModifiers().contains(Modifier.SEALED)) {
            type.getPermittedSubclasses().forEach(this::add);
        }
        if (type.getKind() == ElementKind.ENUM) {
            return;
        }
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (!field.getModifiers().contains(Modifier.STATIC)) {
                add(field.asType());
            }
        }
    }
}
