package dev.kindred.spring.boot;

import dev.kindred.spring.boot.error.KindredConfigurationException;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;

/** Finds the bean of a type. To use none of several beans would silently change what the application does. */
final class OneBean {

    private OneBean() {}

    /** Returns the only or the primary bean of {@code type}, or null without one. Refuses several. */
    static <T> @Nullable T orNull(ObjectProvider<? extends T> beans, Class<T> type) {
        try {
            return beans.getIfAvailable();
        } catch (NoUniqueBeanDefinitionException e) {
            @Nullable Iterable<String> names = e.getBeanNamesFound();
            TreeSet<String> sorted = new TreeSet<>();
            if (names != null) {
                names.forEach(sorted::add);
            }
            throw new KindredConfigurationException(
                    type.getSimpleName(),
                    "The application has several beans of the type " + type.getName() + ": " + String.join(", ", sorted)
                            + ". Mark one of them with @Primary.",
                    null);
        }
    }
}
