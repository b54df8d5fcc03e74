package dev.kindred.processor;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Checks of the classes of a user that generated code instantiates. */
record Instances(JavaModel java) {

    /** Returns {@code supertype} with its type arguments, as {@code type} extends it. */
    Optional<DeclaredType> supertype(TypeMirror type, Class<?> supertype) {
        return supertype(type, supertype.getName());
    }

    /** Returns the class or interface of a full name with its type arguments, as {@code type} extends it. */
    Optional<DeclaredType> supertype(TypeMirror type, String supertype) {
        if (JavaModel.qualifiedName(type).equals(supertype)) {
            return JavaModel.arguments(type).isEmpty() ? Optional.empty() : Optional.of((DeclaredType) type);
        }
        return java.types().directSupertypes(type).stream()
                .flatMap(direct -> supertype(direct, supertype).stream())
                .findFirst();
    }

    /** Returns whether code in the package of {@code from} can instantiate {@code type} without arguments. */
    boolean isConstructible(TypeElement type, Element from) {
        return isNameable(type, from)
                && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .anyMatch(constructor -> takesNothing(constructor) && java.isAccessible(constructor, from));
    }

    /**
     * Returns whether code in the package of {@code from} can name {@code type} but only its user can instantiate it,
     * since all its constructors have parameters.
     */
    boolean needsArguments(TypeElement type, Element from) {
        return isNameable(type, from)
                && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .noneMatch(constructor -> constructor.getParameters().isEmpty());
    }

    /** Returns whether {@code type} can have instances, and code in the package of {@code from} can name it. */
    private boolean isNameable(TypeElement type, Element from) {
        boolean isInner = type.getNestingKind() == NestingKind.MEMBER
                && type.getKind() == ElementKind.CLASS
                && !type.getModifiers().contains(Modifier.STATIC);
        return (type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD)
                && !type.getModifiers().contains(Modifier.ABSTRACT)
                && type.getTypeParameters().isEmpty()
                && !isInner
                && !java.isHidden(type.asType(), from);
    }

    private boolean takesNothing(ExecutableElement constructor) {
        return constructor.getParameters().isEmpty() && !java.isChecked(constructor.getThrownTypes());
    }
}
