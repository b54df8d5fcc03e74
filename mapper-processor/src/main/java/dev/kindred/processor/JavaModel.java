package dev.kindred.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The types of the compiler, in one round.
 *
 * @param sources the full names of the top-level classes of this compilation
 * @param shapes the entities read in this round, kept since related entities use them
 * @param refused the full names of types and packages whose default codecs have a problem that is reported
 */
record JavaModel(
        Elements elements,
        Types types,
        Set<String> sources,
        Map<TypeElement, DeclaredEntity> shapes,
        Set<String> refused) {

    JavaModel(Elements elements, Types types, Set<String> sources, Set<String> refused) {
        this(elements, types, sources, new HashMap<>(), refused);
    }

    /** The first JDK whose compiler shows the annotations of types in class files. */
    private static final int SHOWS_TYPE_ANNOTATIONS = 22;

    /** Returns whether the compiler shows which members of a type are nullable. */
    boolean showsNullness(TypeElement type) {
        return isSource(type) || Runtime.version().feature() >= SHOWS_TYPE_ANNOTATIONS;
    }

    /** Returns a class and its superclasses, the nearest first. */
    static List<TypeElement> withSuperclasses(TypeElement type) {
        List<TypeElement> types = new ArrayList<>();
        TypeElement each = type;
        while (!each.getQualifiedName().contentEquals(Object.class.getName())) {
            types.add(each);
            if (!(each.getSuperclass() instanceof DeclaredType above)) {
                break;
            }
            each = (TypeElement) above.asElement();
        }
        return types;
    }

    /** Returns the class in which a member or a parameter is declared. */
    static Element ownerOf(Element element) {
        Element owner = Objects.requireNonNull(element.getEnclosingElement());
        return owner instanceof ExecutableElement ? Objects.requireNonNull(owner.getEnclosingElement()) : owner;
    }

    /** Returns whether a type is a source of this compilation. */
    boolean isSource(TypeElement type) {
        Element outermost = type;
        while (outermost.getEnclosingElement() instanceof TypeElement around) {
            outermost = around;
        }
        return sources.contains(((TypeElement) outermost).getQualifiedName().toString());
    }

    /** Returns the boxed type of a primitive type, and any other type unchanged. */
    TypeMirror boxed(TypeMirror type) {
        return type instanceof PrimitiveType primitive
                ? types.boxedClass(primitive).asType()
                : type;
    }

    boolean same(TypeMirror one, TypeMirror other) {
        return types.isSameType(boxed(one), boxed(other));
    }

    /** Returns the full name of the class of a declared type, and an empty text for any other type. */
    static String qualifiedName(TypeMirror type) {
        return type instanceof DeclaredType declared
                ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
                : "";
    }

    static List<? extends TypeMirror> arguments(TypeMirror type) {
        return type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
    }

    /**
     * Returns the type of the outer instance of an inner class. The compiler of Eclipse gives an enclosing type of
     * static classes too.
     */
    static Optional<DeclaredType> outer(TypeMirror type) {
        return type instanceof DeclaredType declared
                        && declared.getEnclosingType() instanceof DeclaredType outer
                        && !isStatic(declared.asElement())
                ? Optional.of(outer)
                : Optional.empty();
    }

    /** Tells whether a class is static. Nested interfaces, enums and records are, and so is a class of an interface. */
    private static boolean isStatic(Element type) {
        return type.getModifiers().contains(Modifier.STATIC)
                || type.getKind() != ElementKind.CLASS
                || (type.getEnclosingElement() instanceof TypeElement around
                        && around.getKind().isInterface());
    }

    /** Tells whether a type or the type of its outer instance has type arguments. */
    static boolean isParameterized(TypeMirror type) {
        return !arguments(type).isEmpty() || hasParameterizedOuter(type);
    }

    /** Tells whether the type of the outer instance has type arguments. */
    static boolean hasParameterizedOuter(TypeMirror type) {
        return outer(type).filter(JavaModel::isParameterized).isPresent();
    }

    /** Returns {@code type} as a user writes it, without packages and annotations. */
    static String written(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return written(array.getComponentType()) + "[]";
        }
        if (type instanceof WildcardType wildcard) {
            return writtenWildcard(wildcard);
        }
        if (type instanceof PrimitiveType) {
            return type.getKind().name().toLowerCase(Locale.ROOT);
        }
        if (!(type instanceof DeclaredType declared)) {
            return type.toString();
        }
        String simpleName = declared.asElement().getSimpleName().toString();
        String name = outer(declared)
                .filter(JavaModel::isParameterized)
                .map(outer -> written(outer) + "." + simpleName)
                .orElse(simpleName);
        List<String> arguments =
                declared.getTypeArguments().stream().map(JavaModel::written).toList();
        return arguments.isEmpty() ? name : name + "<" + String.join(", ", arguments) + ">";
    }

    private static String writtenWildcard(WildcardType wildcard) {
        if (wildcard.getExtendsBound() != null) {
            return "? extends " + written(wildcard.getExtendsBound());
        }
        return wildcard.getSuperBound() == null ? "?" : "? super " + written(wildcard.getSuperBound());
    }

    /** Returns whether a part of {@code type} is unknown in this round. */
    static boolean isUnresolved(TypeMirror type) {
        return parts(type).anyMatch(part -> part.getKind() == TypeKind.ERROR);
    }

    /** Returns whether a part of {@code type} is not visible in the package of {@code from}. */
    boolean isHidden(TypeMirror type, Element from) {
        return parts(type)
                .anyMatch(part -> part instanceof DeclaredType declared && isHidden(declared.asElement(), from));
    }

    private boolean isHidden(Element type, Element from) {
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            boolean isPublic = e.getEnclosingElement() instanceof TypeElement outer
                    && outer.getKind().isInterface();
            if (!isPublic && !isAccessible(e, from)) {
                return true;
            }
        }
        return false;
    }

    static boolean isPrivate(Element element) {
        for (Element e = element; e instanceof TypeElement; e = e.getEnclosingElement()) {
            if (e.getModifiers().contains(Modifier.PRIVATE)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether code in the package of {@code from} can access {@code element}. */
    boolean isAccessible(Element element, Element from) {
        Set<Modifier> modifiers = element.getModifiers();
        return modifiers.contains(Modifier.PUBLIC)
                || (!modifiers.contains(Modifier.PRIVATE)
                        && elements.getPackageOf(element).equals(elements.getPackageOf(from)));
    }

    /** Returns whether {@code thrown} has a checked exception. */
    boolean isChecked(List<? extends TypeMirror> thrown) {
        return thrown.stream()
                .anyMatch(type -> !isSubclass(type, RuntimeException.class) && !isSubclass(type, Error.class));
    }

    private boolean isSubclass(TypeMirror type, Class<?> superclass) {
        return types.isSubtype(
                type, elements.getTypeElement(superclass.getName()).asType());
    }

    /** Returns a type and all types in it: of components, bounds, type arguments and outer instances. */
    static Stream<TypeMirror> parts(TypeMirror type) {
        Stream<? extends TypeMirror> inner;
        if (type instanceof ArrayType array) {
            inner = Stream.of(array.getComponentType());
        } else if (type instanceof WildcardType wildcard) {
            inner = Stream.of(wildcard.getExtendsBound(), wildcard.getSuperBound())
                    .filter(Objects::nonNull);
        } else {
            inner = Stream.concat(arguments(type).stream(), outer(type).stream());
        }
        return Stream.concat(Stream.of(type), inner.flatMap(JavaModel::parts));
    }
}
