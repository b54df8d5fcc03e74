package dev.kindred.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * Reads the annotations that a class entity inherits from the fields and constructor parameters of its superclasses,
 * and reports those without a member.
 */
final class InheritedAnnotations {

    private final JavaModel java;
    private final TypeElement entity;
    private final Problems problems;

    InheritedAnnotations(JavaModel java, TypeElement entity, Problems problems) {
        this.java = java;
        this.entity = entity;
        this.problems = problems;
    }

    /** Returns the annotated parameters called {@code name} of the constructors of superclasses. */
    List<Element> parameters(String name) {
        List<Element> found = new ArrayList<>();
        for (ExecutableElement constructor : inheritedConstructors()) {
            List<String> names = ParameterNames.of(java, constructor).orElse(List.of());
            for (int i = 0; i < names.size(); i++) {
                VariableElement parameter = constructor.getParameters().get(i);
                if (names.get(i).equals(name) && !marks(parameter).isEmpty()) {
                    found.add(parameter);
                }
            }
        }
        return found;
    }

    /** Reports annotations that would be ignored. */
    void check(List<Member> members) {
        for (TypeElement type : JavaModel.withSuperclasses(entity)) {
            // a superclass that is an entity has its own members
            boolean isOther = !type.equals(entity)
                    && Annotations.find(type, Annotations.TABLE).isPresent();
            if (!isOther) {
                ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                        .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                        .forEach(
                                field -> checkNamed(field, field.getSimpleName().toString(), members));
            }
        }
        for (ExecutableElement constructor : inheritedConstructors()) {
            Optional<List<String>> names = ParameterNames.of(java, constructor);
            if (names.isEmpty()) {
                checkNameless(constructor, members);
            } else if (Annotations.find(JavaModel.ownerOf(constructor), Annotations.TABLE)
                    .isEmpty()) {
                for (int i = 0; i < names.get().size(); i++) {
                    checkNamed(constructor.getParameters().get(i), names.get().get(i), members);
                }
            }
        }
        members.forEach(this::checkNullness);
    }

    private void checkNamed(Element place, String name, List<Member> members) {
        List<String> marks = marks(place).stream()
                .filter(mark -> !mark.equals(Annotations.written(Annotations.TRANSIENT)))
                .toList();
        if (!marks.isEmpty()
                && members.stream().noneMatch(member -> member.name().equals(name))) {
            problems.add(entity, EntityMessages.noMember(entityName(), marks.get(0), ownerOf(place), name));
        }
    }

    /** Each nameless parameter needs an inherited member with the same annotations, since its own member is unknown. */
    private void checkNameless(ExecutableElement constructor, List<Member> members) {
        List<Member> left =
                new ArrayList<>(members.stream().filter(Member::isInherited).toList());
        for (VariableElement parameter : constructor.getParameters()) {
            Set<String> wanted = written(List.of(parameter));
            Optional<Member> match = left.stream()
                    .filter(member -> written(member.elements()).containsAll(wanted))
                    .findFirst();
            if (!wanted.isEmpty() && match.isEmpty()) {
                problems.add(
                        entity,
                        EntityMessages.namelessParameter(
                                entityName(), marks(parameter).get(0), ownerOf(constructor)));
                return;
            }
            if (!wanted.isEmpty()) {
                match.ifPresent(left::remove);
            }
        }
    }

    /**
     * Before JDK 22 the compiler shows no type annotations of class files, so the entity must repeat inherited
     * nullness.
     */
    private void checkNullness(Member member) {
        if (member.isColumn() && member.inheritsNullable() && !member.has(Annotations.ID)) {
            problems.add(member, EntityMessages.inheritedNullness(entityName(), member.name()));
        }
    }

    private List<ExecutableElement> inheritedConstructors() {
        return JavaModel.withSuperclasses(entity).stream()
                .skip(1)
                .flatMap(type -> ElementFilter.constructorsIn(type.getEnclosedElements()).stream())
                .toList();
    }

    private static List<String> marks(Element element) {
        return element.getAnnotationMirrors().stream()
                .filter(Annotations::isOfMember)
                .map(mirror -> Annotations.written(mirror.getAnnotationType().toString()))
                .toList();
    }

    private static Set<String> written(List<Element> elements) {
        Set<String> written = new TreeSet<>();
        for (Element element : elements) {
            element.getAnnotationMirrors().stream()
                    .filter(Annotations::isOfMember)
                    .map(AnnotationMirror::toString)
                    .forEach(written::add);
        }
        return written;
    }

    private static String ownerOf(Element element) {
        return JavaModel.ownerOf(element).getSimpleName().toString();
    }

    private String entityName() {
        return entity.getSimpleName().toString();
    }
}
