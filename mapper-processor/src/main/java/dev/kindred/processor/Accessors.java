package dev.kindred.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds how a member of a class is read: {@code name()}, {@code getName()}, {@code isName()} or the field itself. */
final class Accessors {

    private final JavaModel java;
    private final TypeElement entity;
    private final Map<String, List<Element>> fields = new HashMap<>();
    private final Map<String, List<ExecutableElement>> methods = new HashMap<>();

    Accessors(JavaModel java, TypeElement entity) {
        this.java = java;
        this.entity = entity;
        for (TypeElement type : JavaModel.withSuperclasses(entity)) {
            for (Element field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
                if (!isStatic(field)) {
                    add(fields, field);
                }
            }
        }
        for (ExecutableElement method : ElementFilter.methodsIn(java.elements().getAllMembers(entity))) {
            add(methods, method);
        }
    }

    private static <E extends Element> void add(Map<String, List<E>> elements, E element) {
        elements.computeIfAbsent(element.getSimpleName().toString(), name -> new ArrayList<>())
                .add(element);
    }

    /**
     * Returns the fields of that name in the class and its superclasses, the nearest first, private fields included.
     */
    List<Element> fields(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** Returns the method that reads the member. */
    Optional<ExecutableElement> method(String name, TypeMirror type) {
        List<String> names = new ArrayList<>(List.of(name, "get" + Naming.capitalized(name)));
        if (JavaModel.qualifiedName(java.boxed(type)).equals(Boolean.class.getName())) {
            names.add("is" + Naming.capitalized(name));
        }
        return names.stream()
                .flatMap(candidate -> methods.getOrDefault(candidate, List.of()).stream())
                .filter(method -> reads(method, type))
                .findFirst();
    }

    /**
     * Returns the call or field that reads the member, if there is one.
     *
     * @param method the method that reads it
     */
    Optional<Code> access(Optional<ExecutableElement> method, String name, TypeMirror type) {
        if (method.isPresent()) {
            return method.map(found -> Code.of("$L()", found.getSimpleName().toString()));
        }
        return fields(name).stream()
                .findFirst()
                .filter(field -> java.isAccessible(field, entity))
                .filter(field -> java.types().isAssignable(memberType(field), type))
                .map(field -> Code.of("$L", name));
    }

    private boolean reads(ExecutableElement method, TypeMirror type) {
        if (isStatic(method)
                || !method.getParameters().isEmpty()
                || !method.getTypeParameters().isEmpty()
                || !java.isAccessible(method, entity)
                || java.isChecked(method.getThrownTypes())) {
            return false;
        }
        TypeMirror returned = ((ExecutableType) memberType(method)).getReturnType();
        return returned.getKind() != TypeKind.VOID && java.types().isAssignable(returned, type);
    }

    private TypeMirror memberType(Element element) {
        return java.types().asMemberOf((DeclaredType) entity.asType(), element);
    }

    private static boolean isStatic(Element element) {
        return element.getModifiers().contains(Modifier.STATIC) || element.getKind() == ElementKind.ENUM_CONSTANT;
    }
}
