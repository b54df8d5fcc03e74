package dev.kindred.processor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The methods of a repository, of its own and of the interfaces that it extends. */
final class RepositoryMethods {

    private static final Set<String> OF_OBJECT = Set.of("equals(Object)", "hashCode()", "toString()");

    private final JavaModel java;
    private final TypeElement type;
    private final TypeElement base;
    private final List<ExecutableElement> effective = new ArrayList<>();

    RepositoryMethods(JavaModel java, TypeElement type, TypeElement base) {
        this.java = java;
        this.type = type;
        this.base = base;
        List<ExecutableElement> all = new ArrayList<>();
        interfaces(type, new LinkedHashSet<>())
                .forEach(each -> ElementFilter.methodsIn(each.getEnclosedElements()).stream()
                        .filter(RepositoryMethods::isInherited)
                        .forEach(all::add));
        all.stream().filter(method -> !isOverridden(method, all)).forEach(effective::add);
    }

    private static Set<TypeElement> interfaces(TypeElement type, Set<TypeElement> found) {
        if (found.add(type)) {
            for (TypeMirror above : type.getInterfaces()) {
                interfaces((TypeElement) ((DeclaredType) above).asElement(), found);
            }
        }
        return found;
    }

    private static boolean isInherited(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        return !modifiers.contains(Modifier.STATIC) && !modifiers.contains(Modifier.PRIVATE);
    }

    private boolean isOverridden(ExecutableElement method, List<ExecutableElement> all) {
        return all.stream().anyMatch(other -> isBelow(other, method) && isSame(other, method));
    }

    private boolean isBelow(ExecutableElement other, ExecutableElement method) {
        TypeMirror below = java.types().erasure(owner(other).asType());
        TypeMirror above = java.types().erasure(owner(method).asType());
        return !java.types().isSameType(below, above) && java.types().isSubtype(below, above);
    }

    /** Returns whether one method overrides the other. Different methods of the same erasure do not compile. */
    private boolean isSame(ExecutableElement one, ExecutableElement other) {
        return one.getSimpleName().equals(other.getSimpleName()) && erased(one).equals(erased(other));
    }

    private List<String> erased(ExecutableElement method) {
        return seen(method).getParameterTypes().stream()
                .map(parameter -> java.types().erasure(parameter).toString())
                .toList();
    }

    /** Returns a method with the type arguments that the repository gives to its interface. */
    private ExecutableType seen(ExecutableElement method) {
        return new Instances(java)
                .supertype(type.asType(), owner(method).getQualifiedName().toString())
                .map(declared -> (ExecutableType) java.types().asMemberOf(declared, method))
                .orElse((ExecutableType) method.asType());
    }

    /** Returns the methods without an implementation that the generated class cannot implement. */
    List<ExecutableElement> unknown() {
        return effective.stream()
                .filter(RepositoryMethods::isAbstract)
                .filter(method -> !isOfObject(method))
                .filter(method -> ElementFilter.methodsIn(base.getEnclosedElements()).stream()
                        .noneMatch(known -> isDeclaredAgain(known, method)))
                .toList();
    }

    /** Returns the names of the methods of the base that have no implementation, in the order of the base. */
    List<String> missing() {
        return ElementFilter.methodsIn(base.getEnclosedElements()).stream()
                .filter(known ->
                        effective.stream().anyMatch(method -> isAbstract(method) && isDeclaredAgain(known, method)))
                .map(known -> known.getSimpleName().toString())
                .toList();
    }

    /** Returns the default method of that name without parameters, if the interface has it. */
    Optional<ExecutableElement> defaultMethod(String name) {
        return effective.stream()
                .filter(method -> !isAbstract(method))
                .filter(method -> method.getSimpleName().contentEquals(name)
                        && method.getParameters().isEmpty())
                .findFirst();
    }

    /** Returns whether {@code method} is {@code known}, or declares it again with the same type. */
    private boolean isDeclaredAgain(ExecutableElement known, ExecutableElement method) {
        return isSame(known, method)
                && java.types()
                        .isSameType(seen(known).getReturnType(), seen(method).getReturnType());
    }

    private static boolean isOfObject(ExecutableElement method) {
        String parameters = method.getParameters().stream()
                .map(parameter -> JavaModel.written(parameter.asType()))
                .collect(Collectors.joining(", "));
        return OF_OBJECT.contains(method.getSimpleName() + "(" + parameters + ")");
    }

    private static boolean isAbstract(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.ABSTRACT);
    }

    static TypeElement owner(ExecutableElement method) {
        return (TypeElement) JavaModel.ownerOf(method);
    }
}
