package dev.kindred.processor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * A class that source text names.
 *
 * @param packageName the package, empty for the default package
 * @param name the name within the package, with a dot between an outer and a nested class
 */
record ClassRef(String packageName, String name) {

    static ClassRef of(Class<?> type) {
        String canonical = type.getCanonicalName();
        String packageName = type.getPackageName();
        return new ClassRef(packageName, canonical.substring(packageName.length() + 1));
    }

    static ClassRef of(TypeElement type) {
        Deque<String> names = new ArrayDeque<>();
        Element element = type;
        while (!(element instanceof PackageElement)) {
            names.addFirst(element.getSimpleName().toString());
            element = Objects.requireNonNull(element.getEnclosingElement());
        }
        return new ClassRef(((PackageElement) element).getQualifiedName().toString(), String.join(".", names));
    }

    /** Returns the simple name of the top-level class. */
    String topLevel() {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** Returns the full name. */
    String canonicalName() {
        return qualified(name);
    }

    /** Returns the full name of the top-level class. */
    String canonicalTopLevel() {
        return qualified(topLevel());
    }

    private String qualified(String simple) {
        return packageName.isEmpty() ? simple : packageName + "." + simple;
    }
}
