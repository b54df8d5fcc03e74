package dev.kindred.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;

/** Collects the problems of one entity. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    void addAll(List<Problem> problems) {
        found.addAll(problems);
    }

    void clear() {
        found.clear();
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
                .filter(candidate -> isBeside(candidate, member.elements().get(0)))
                .findFirst()
                .orElse(member.elements().get(0));
        add(element, annotation, message);
    }

    /** Adds a problem of an annotation. */
    void add(Element element, String annotation, String message) {
        found.add(new Problem(
                message, element, Annotations.find(element, annotation).orElse(null)));
    }

    /** A problem in a class file is reported at the entity, since a class file has no source lines. */
    private static boolean isBeside(Element one, Element other) {
        return JavaModel.ownerOf(one).equals(JavaModel.ownerOf(other));
    }

    /** Returns whether there is a problem of {@code member}. */
    boolean has(Member member) {
        return found.stream().anyMatch(problem -> member.elements().contains(problem.element()));
    }

    List<Problem> list() {
        return List.copyOf(found);
    }
}
