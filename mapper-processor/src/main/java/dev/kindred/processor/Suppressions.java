package dev.kindred.processor;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/**
 * Finds the warnings that generated code causes. They are about the declaration of the entity, which gives them as
 * well. The compiler of Eclipse warns of an unnecessary name, except {@code all}, which javac ignores.
 */
final class Suppressions {

    private final Collection<String> warnings = new TreeSet<>(List.of("all"));

    private Suppressions() {}

    /** Returns the annotation of the class of an entity. */
    static Code of(JavaModel java, EntityDescription entity) {
        Suppressions suppressions = new Suppressions();
        suppressions.collect(java, entity);
        return suppressions.annotation();
    }

    /** Returns the annotation of the class of a repository. */
    static Code of(RepositoryDescription repository) {
        Suppressions suppressions = new Suppressions();
        suppressions.addOf(repository.type().asType());
        suppressions.addOf(repository.base());
        return suppressions.annotation();
    }

    private Code annotation() {
        Code names = warnings.stream().map(name -> Code.of("$S", name)).collect(Code.joining(", "));
        String format = warnings.size() == 1 ? "@$T($L)" : "@$T({$L})";
        return Code.of(format, SuppressWarnings.class, names);
    }

    private void collect(JavaModel java, EntityDescription entity) {
        addOf(entity.type().asType());
        ElementFilter.constructorsIn(entity.type().getEnclosedElements()).forEach(this::addDeprecation);
        for (Part part : entity.parts()) {
            part.member().elements().forEach(this::addDeprecation);
            addOf(part.member().type());
            if (!(part instanceof Part.AbsentPart) && isUnchecked(part.member().type())) {
                warnings.add("unchecked");
            }
            part.member().elements().forEach(this::addClassesNamed);
            part.member().codec().flatMap(MemberCodec::type).ifPresent(this::addOf);
        }
        if (isExported(java, entity)) {
            warnings.add("exports");
        }
    }

    /** Returns whether a cast to a type is unchecked: it has type arguments other than an unbounded {@code ?}. */
    private static boolean isUnchecked(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isUnchecked(array.getComponentType());
        }
        return JavaModel.arguments(type).stream().anyMatch(Suppressions::isBounded)
                || JavaModel.outer(type).filter(Suppressions::isUnchecked).isPresent();
    }

    private static boolean isBounded(TypeMirror argument) {
        return !(argument instanceof WildcardType wildcard)
                || wildcard.getExtendsBound() != null
                || wildcard.getSuperBound() != null;
    }

    /** Adds the warnings of classes that annotations name: codecs and scopes. */
    private void addClassesNamed(Element element) {
        element.getAnnotationMirrors().stream()
                .map(AnnotationMirror::getElementValues)
                .flatMap(values -> values.values().stream())
                .filter(value -> value.getValue() instanceof TypeMirror)
                .forEach(value -> addOf((TypeMirror) value.getValue()));
    }

    private void addOf(TypeMirror type) {
        JavaModel.parts(type)
                .filter(DeclaredType.class::isInstance)
                .map(DeclaredType.class::cast)
                .forEach(this::addOfClass);
    }

    private void addOfClass(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        if (type.getTypeArguments().isEmpty() && !element.getTypeParameters().isEmpty()) {
            warnings.add("rawtypes");
        }
        Stream.<Element>iterate(element, TypeElement.class::isInstance, Element::getEnclosingElement)
                .forEach(this::addDeprecation);
    }

    private void addDeprecation(Element element) {
        Annotations.find(element, Deprecated.class.getName())
                .ifPresent(mirror -> warnings.add(
                        Annotations.text(mirror, "forRemoval").equals("true") ? "removal" : "deprecation"));
    }

    /**
     * Returns whether the package is exported. Its types can then come from modules that a reading module does not
     * read.
     */
    private static boolean isExported(JavaModel java, EntityDescription entity) {
        ModuleElement module = java.elements().getModuleOf(entity.type());
        Element own = java.elements().getPackageOf(entity.type());
        return module != null
                && ElementFilter.exportsIn(module.getDirectives()).stream()
                        .anyMatch(export -> export.getPackage().equals(own));
    }
}
