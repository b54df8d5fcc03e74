package dev.kindred.processor;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.Generated;
import javax.annotation.processing.Processor;

/**
 * Decides whether annotations are claimed. javac warns of annotations that no processor claims, and calls no other
 * processor for claimed ones. So they are claimed only if no other processor is on the path.
 */
final class Claim {

    private static final String OWN = "dev.kindred.annotation.*";

    private Claim() {}

    /**
     * Returns whether {@code loader} has the processors of Kindred only. The loader of an application does not show
     * other processors.
     */
    static boolean isAlone(ClassLoader loader) {
        if (loader == ClassLoader.getSystemClassLoader()) {
            return false;
        }
        try {
            return ServiceLoader.load(Processor.class, loader).stream()
                    .allMatch(provider -> provider.type() == EntityProcessor.class);
        } catch (ServiceConfigurationError e) {
            return false;
        }
    }

    /** Returns the supported annotations. A claim includes the common annotations of entities and generated classes. */
    static Set<String> annotations(boolean isClaimed) {
        return isClaimed ? Set.of(OWN, "org.jspecify.annotations.*", Generated.class.getName()) : Set.of(OWN);
    }
}
