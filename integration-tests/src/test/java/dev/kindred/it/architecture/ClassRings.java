package dev.kindred.it.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds rings of classes: classes that depend on each other, directly or through others. Nested classes belong to their
 * outermost class.
 */
final class ClassRings {
    private final Map<String, Set<String>> dependencies = new TreeMap<>();

    private ClassRings() {}

    /**
     * Returns the rings of {@code classes} that have a class in one of {@code packages}, each as a sorted set of names.
     */
    static List<Set<String>> of(JavaClasses classes, Collection<String> packages) {
        ClassRings rings = new ClassRings();
        classes.forEach(rings::add);
        Set<Set<String>> found = new HashSet<>();
        for (String name : rings.dependencies.keySet()) {
            if (packages.contains(name.substring(0, name.lastIndexOf('.')))) {
                found.add(rings.ringOf(name));
            }
        }
        return found.stream().filter(ring -> ring.size() > 1).toList();
    }

    private void add(JavaClass from) {
        Set<String> targets = dependencies.computeIfAbsent(outermost(from), absent -> new TreeSet<>());
        from.getDirectDependenciesFromSelf().forEach(dependency -> targets.add(outermost(dependency.getTargetClass())));
    }

    private Set<String> ringOf(String name) {
        Set<String> ring = new TreeSet<>();
        for (String reached : reachable(name)) {
            if (reachable(reached).contains(name)) {
                ring.add(reached);
            }
        }
        return ring;
    }

    private Set<String> reachable(String start) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            for (String next : dependencies.getOrDefault(open.pop(), Set.of())) {
                if (dependencies.containsKey(next) && reached.add(next)) {
                    open.push(next);
                }
            }
        }
        return reached;
    }

    private static String outermost(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
