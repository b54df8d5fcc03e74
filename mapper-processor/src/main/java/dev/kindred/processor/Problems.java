package dev.kindred.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;

/** Collects what is wrong with one entity. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    void addAll(List<Problem> problems) {
        found.addAll(problems);
    }

    /** Adds a problem of the whole entity. */
    void add(Element element, String message) {
        found.add(new Problem(message, element, null));
    }

    /** Adds a problem of a member. */
    void add(Member member, String message) {
        add(member.elements().get(0), message);
    }

    /** Adds a problem of an annotation of a member. */
    void add(Member member, String annotation, String message) {
        Element element = member.elements().stream()
                .filter(candidate -> Annotations.find(candidate, annotation).isPresent())
                .findFirst()
                .orElse(member.elements().get(0));
        add(element, annotation, message);
    }

    /** Adds a problem of an annotation. */
    void add(Element element, String annotation, String message) {
        found.add(new Problem(
                message, element, Annotations.find(element, annotation).orElse(null)));
    }

    List<Problem> list() {
        return List.copyOf(found);
    }
}
