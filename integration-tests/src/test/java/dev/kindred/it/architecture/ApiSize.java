package dev.kindred.it.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Counts what a user can type: public and protected types outside of internal packages, and their members. */
final class ApiSize {
    private ApiSize() {}

    /** Returns the API types, nested types included, in the order of their names. */
    static List<Class<?>> types(JavaClasses classes) {
        return classes.stream()
                .filter(type -> !type.getPackageName().contains(".internal"))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .<Class<?>>map(JavaClass::reflect)
                .filter(ApiRules::isVisible)
                .sorted((left, right) -> left.getName().compareTo(right.getName()))
                .toList();
    }

    /** Counts the visible fields, constructors and methods that a type declares. */
    static int members(Class<?> type) {
        return (int)
                Stream.<Member[]>of(type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
                        .flatMap(Arrays::stream)
                        .filter(ApiRules::isVisible)
                        .count();
    }

    /** Returns the names that a code completion offers after a value of the type and a dot. */
    static List<String> completion(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> !method.isSynthetic() && !Modifier.isStatic(method.getModifiers()))
                .map(method -> method.getName() + Arrays.toString(method.getParameterTypes()))
                .distinct()
                .sorted()
                .toList();
    }
}
