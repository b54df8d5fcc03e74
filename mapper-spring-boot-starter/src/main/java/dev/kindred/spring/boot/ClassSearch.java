package dev.kindred.spring.boot;

import java.util.Comparator;
import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.ClassUtils;

/** Searches the class files of packages. */
record ClassSearch(Environment environment, ResourceLoader resources) {

    /** Returns the packages of a property, or an empty list. The properties are not bound to a bean yet. */
    List<String> packages(String property) {
        return Binder.get(environment)
                .bind(property, Bindable.listOf(String.class))
                .orElse(List.of());
    }

    /** Returns the top-level and static classes that {@code filter} accepts, in the order of their names. */
    List<Class<?>> find(List<String> packages, TypeFilter filter) {
        ClassPathScanningCandidateComponentProvider scanner =
                new ClassPathScanningCandidateComponentProvider(false, environment);
        scanner.setResourceLoader(resources);
        scanner.addIncludeFilter(filter);
        return packages.stream()
                .flatMap(name -> scanner.findCandidateComponents(name).stream())
                .map(candidate -> String.valueOf(candidate.getBeanClassName()))
                .distinct()
                .<Class<?>>map(name -> ClassUtils.resolveClassName(name, resources.getClassLoader()))
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }
}
