package dev.kindred.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** A member of an entity. Its annotations are read once, since most checks need them. */
final class Member {

    private final String name;
    private final TypeMirror type;
    private final List<Element> elements;
    private final Code access;
    private final DefaultCodecs defaults;
    private final Map<String, AnnotationMirror> annotations = new HashMap<>();

    /**
     * Makes a member.
     *
     * @param name the name of the record component or constructor parameter
     * @param type its type
     * @param elements the elements that can have its annotations, those of the entity first; problems are reported at
     *     the first
     * @param access the call or the field that reads it, written after the entity and a dot
     * @param defaults the codecs that it has if it names none
     */
    Member(String name, TypeMirror type, List<Element> elements, Code access, DefaultCodecs defaults) {
        this.name = name;
        this.type = type;
        this.elements = List.copyOf(elements);
        this.access = access;
        this.defaults = defaults;
        for (Element element : elements) {
            for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
                annotations.putIfAbsent(Annotations.name(mirror), mirror);
            }
        }
    }

    String name() {
        return name;
    }

    TypeMirror type() {
        return type;
    }

    List<Element> elements() {
        return elements;
    }

    Code access() {
        return access;
    }

    Optional<AnnotationMirror> annotation(String annotation) {
        return Optional.ofNullable(annotations.get(annotation));
    }

    boolean has(String annotation) {
        return annotations.containsKey(annotation);
    }

    /** Returns the annotations among {@code annotations} that it has. */
    List<String> those(List<String> annotations) {
        return annotations.stream().filter(this::has).toList();
    }

    boolean isRelation() {
        return !those(Annotations.OF_RELATIONS).isEmpty();
    }

    boolean isTransient() {
        return has(Annotations.TRANSIENT);
    }

    boolean isColumn() {
        return !isRelation() && !isTransient();
    }

    boolean isNullable() {
        return !type.getKind().isPrimitive()
                && (Annotations.isNullable(type)
                        || elements.stream().anyMatch(element -> isOwn(element) && marked(element)));
    }

    /** Returns whether only a field or method of a superclass is nullable. */
    boolean inheritsNullable() {
        return !type.getKind().isPrimitive()
                && !isNullable()
                && elements.stream()
                        .anyMatch(element ->
                                !isOwn(element) && element.getKind() != ElementKind.PARAMETER && marked(element));
    }

    /** Returns whether a superclass has a field or a method of it. */
    boolean isInherited() {
        return elements.stream().anyMatch(element -> !isOwn(element) && element.getKind() != ElementKind.PARAMETER);
    }

    private boolean isOwn(Element element) {
        return JavaModel.ownerOf(element).equals(JavaModel.ownerOf(elements.get(0)));
    }

    private static boolean marked(Element element) {
        return Annotations.isNullable(element) || Annotations.isNullable(typeOf(element));
    }

    /** Returns its own codec, or the default of its package or its type. */
    Optional<MemberCodec> codec() {
        Optional<MemberCodec> own = annotation(Annotations.COLUMN)
                .flatMap(mirror -> Annotations.value(mirror, "codec"))
                .map(named -> new MemberCodec(named, Optional.empty()));
        boolean hasDefault = own.isEmpty() && isColumn() && !has(Annotations.JSON) && !has(Annotations.VERSION);
        return hasDefault ? defaults.of(type) : own;
    }

    /** Returns a text attribute of its {@code @Column}, or an empty text. */
    String columnText(String attribute) {
        return annotation(Annotations.COLUMN)
                .map(mirror -> Annotations.text(mirror, attribute))
                .orElse("");
    }

    /** Returns a number attribute of its {@code @Column}, or zero. */
    int columnNumber(String attribute) {
        return annotation(Annotations.COLUMN)
                .flatMap(mirror -> Annotations.value(mirror, attribute))
                .map(Integer.class::cast)
                .orElse(0);
    }

    private static TypeMirror typeOf(Element element) {
        return element instanceof ExecutableElement method ? method.getReturnType() : element.asType();
    }
}
