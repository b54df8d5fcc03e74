package dev.kindred.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The codecs that the members of an entity have by default: those of its package, and those of their types. */
final class DefaultCodecs {

    private final JavaModel java;
    private final List<MemberCodec> ofPackage;

    private DefaultCodecs(JavaModel java, List<MemberCodec> ofPackage) {
        this.java = java;
        this.ofPackage = ofPackage;
    }

    /** Reads the defaults of the package of an entity. */
    static DefaultCodecs of(JavaModel java, Element entity) {
        return new DefaultCodecs(java, declaredAt(java.elements().getPackageOf(entity)));
    }

    /** Returns the defaults that a type or a package declares, in their order. */
    static List<MemberCodec> declaredAt(Element element) {
        List<MemberCodec> codecs = new ArrayList<>();
        mirrors(element)
                .flatMap(mirror -> Annotations.value(mirror, "value").stream())
                .forEach(named -> codecs.add(new MemberCodec(named, Optional.of(element))));
        return List.copyOf(codecs);
    }

    private static Stream<? extends AnnotationMirror> mirrors(Element element) {
        Optional<AnnotationMirror> one = Annotations.find(element, Annotations.DEFAULT_CODEC);
        Optional<AnnotationMirror> several = Annotations.find(element, Annotations.DEFAULT_CODECS);
        Stream<AnnotationMirror> contained = several.flatMap(mirror -> Annotations.value(mirror, "value")).stream()
                .flatMap(values -> values instanceof List<?> list ? list.stream() : Stream.empty())
                .map(item -> item instanceof AnnotationValue value ? value.getValue() : item)
                .filter(AnnotationMirror.class::isInstance)
                .map(AnnotationMirror.class::cast);
        return Stream.concat(one.stream(), contained);
    }

    /** Returns the default of the members of a type. A codec that does not exist in this round may be one of it. */
    Optional<MemberCodec> of(TypeMirror type) {
        Optional<MemberCodec> unresolved =
                ofPackage.stream().filter(MemberCodec::isUnresolved).findFirst();
        if (unresolved.isPresent()) {
            return unresolved;
        }
        Optional<MemberCodec> own = ofPackage.stream()
                .filter(codec -> converted(java, codec)
                        .filter(from -> java.same(from, type))
                        .isPresent())
                .findFirst();
        return own.isPresent() || !(type instanceof DeclaredType declared)
                ? own
                : declaredAt(declared.asElement()).stream().findFirst();
    }

    /** Returns the type that a codec converts. */
    static Optional<TypeMirror> converted(JavaModel java, MemberCodec codec) {
        return codec.type().flatMap(type -> CodecTypes.arguments(java, type)).map(arguments -> arguments.get(0));
    }

    /** Returns the type or package as a user writes it. */
    static String written(Element element) {
        return element instanceof PackageElement
                ? "the package " + element
                : element.getSimpleName().toString();
    }
}
