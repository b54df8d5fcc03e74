package dev.kindred.processor;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Finds the candidate constructors of an entity. */
final class Constructors {

    private static final String KOTLIN = "kotlin.Metadata";

    private Constructors() {}

    /** Returns the non-private constructors, without those that Kotlin adds for parameters with a default. */
    static List<ExecutableElement> of(JavaModel java, TypeElement type) {
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
                .toList();
        return Annotations.find(type, KOTLIN).isPresent() ? withoutShortened(java, constructors) : constructors;
    }

    private static List<ExecutableElement> withoutShortened(JavaModel java, List<ExecutableElement> constructors) {
        Optional<ExecutableElement> longest = constructors.stream()
                .max(Comparator.comparingInt(
                        constructor -> constructor.getParameters().size()));
        return constructors.stream()
                .filter(constructor -> constructor.equals(longest.orElse(null))
                        || !isShortened(java, constructor, longest.orElse(constructor)))
                .toList();
    }

    /** Returns whether a constructor takes some of the parameters of another one, in the same order. */
    private static boolean isShortened(JavaModel java, ExecutableElement shorter, ExecutableElement longer) {
        Iterator<? extends VariableElement> candidates = longer.getParameters().iterator();
        for (VariableElement parameter : shorter.getParameters()) {
            boolean found = false;
            while (!found && candidates.hasNext()) {
                found = isSame(java, parameter, candidates.next());
            }
            if (!found) {
                return false;
            }
        }
        return shorter.getParameters().size() < longer.getParameters().size();
    }

    private static boolean isSame(JavaModel java, VariableElement one, VariableElement other) {
        return java.types().isSameType(one.asType(), other.asType());
    }
}
