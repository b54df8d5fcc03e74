package dev.kindred.it.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The types that public signatures outside of internal packages may use. */
final class ApiRules {
    private static final Set<String> OF_OBJECT = Set.of("equals", "hashCode", "toString");

    /** Only generated code calls the protected members of this class, so they may use the metadata of a column. */
    private static final String OF_GENERATED_CODE = Imported.ROOT + ".model.GeneratedModel";

    private ApiRules() {}

    /** Returns each public or protected signature with an internal type, as {@code Type.member}. */
    static List<String> internalTypesShown(JavaClasses classes) {
        List<String> shown = new ArrayList<>();
        for (JavaClass type : classes) {
            if (!type.getPackageName().contains(".internal")
                    && !type.getSimpleName().equals("package-info")) {
                Class<?> reflected = type.reflect();
                if (isVisible(reflected) && !reflected.getName().equals(OF_GENERATED_CODE)) {
                    check(reflected, shown);
                }
            }
        }
        return shown;
    }

    private static void check(Class<?> type, List<String> shown) {
        if (hasInternalParent(type)) {
            shown.add(type.getName() + " extends " + type.getSuperclass().getName());
        }
        Collection<Type> ofType = new ArrayList<>(Arrays.asList(type.getGenericInterfaces()));
        ofType.addAll(bounds(type.getTypeParameters()));
        if (ofType.stream().anyMatch(ApiRules::isInternal)) {
            shown.add(type.getName() + " in its declaration");
        }
        for (Field field : type.getDeclaredFields()) {
            addIf(isVisible(field) && isInternal(field.getGenericType()), field, shown);
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            addIf(isVisible(constructor) && signature(constructor).anyMatch(ApiRules::isInternal), constructor, shown);
        }
        for (Method method : type.getDeclaredMethods()) {
            boolean shows = isInternal(method.getGenericReturnType())
                    || signature(method).anyMatch(ApiRules::isInternal);
            addIf(isVisible(method) && shows, method, shown);
        }
    }

    private static void addIf(boolean isShown, Member member, List<String> shown) {
        if (isShown) {
            shown.add(member.getDeclaringClass().getName() + "." + member.getName());
        }
    }

    private static Stream<Type> signature(Executable executable) {
        List<Type> types = new ArrayList<>(Arrays.asList(executable.getGenericParameterTypes()));
        types.addAll(Arrays.asList(executable.getGenericExceptionTypes()));
        types.addAll(bounds(executable.getTypeParameters()));
        return types.stream();
    }

    private static List<Type> bounds(TypeVariable<?>[] parameters) {
        return Arrays.stream(parameters)
                .flatMap(parameter -> Arrays.stream(parameter.getBounds()))
                .toList();
    }

    /** An internal superclass is allowed if its only public and protected members are those of {@link Object}. */
    private static boolean hasInternalParent(Class<?> type) {
        Class<?> parent = type.getSuperclass();
        return parent != null
                && isInternal(parent)
                && (Arrays.stream(parent.getDeclaredMethods())
                                .anyMatch(method -> isVisible(method) && !OF_OBJECT.contains(method.getName()))
                        || Arrays.stream(parent.getDeclaredFields()).anyMatch(ApiRules::isVisible));
    }

    static boolean isVisible(Class<?> type) {
        return (Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers()))
                && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()))
                && !type.isAnonymousClass()
                && !type.isLocalClass();
    }

    static boolean isVisible(Member member) {
        return (Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers()))
                && !member.isSynthetic();
    }

    private static boolean isInternal(Type type) {
        if (type instanceof Class<?> simple) {
            return simple.isArray()
                    ? isInternal(simple.getComponentType())
                    : simple.getName().startsWith(Imported.ROOT)
                            && simple.getPackageName().contains(".internal");
        } else if (type instanceof ParameterizedType parameterized) {
            return isInternal(parameterized.getRawType())
                    || Arrays.stream(parameterized.getActualTypeArguments()).anyMatch(ApiRules::isInternal);
        } else if (type instanceof GenericArrayType array) {
            return isInternal(array.getGenericComponentType());
        } else if (type instanceof WildcardType wildcard) {
            return Arrays.stream(wildcard.getUpperBounds()).anyMatch(ApiRules::isInternal)
                    || Arrays.stream(wildcard.getLowerBounds()).anyMatch(ApiRules::isInternal);
        }
        return false;
    }
}
