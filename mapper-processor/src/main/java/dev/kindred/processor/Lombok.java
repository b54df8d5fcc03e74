package dev.kindred.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Finds annotations of Lombok. Lombok removes them when it runs. */
final class Lombok {

    private Lombok() {}

    /** Returns the first annotation of a class or its superclasses, as a user writes it. */
    static Optional<String> annotation(TypeElement type) {
        List<Element> elements = new ArrayList<>();
        for (TypeElement each : JavaModel.withSuperclasses(type)) {
            elements.add(each);
            elements.addAll(each.getEnclosedElements());
        }
        return elements.stream()
                .flatMap(element -> element.getAnnotationMirrors().stream())
                .map(Lombok::name)
                .filter(name -> name.startsWith("lombok."))
                .map(Annotations::written)
                .findFirst();
    }

    private static String name(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }
}
