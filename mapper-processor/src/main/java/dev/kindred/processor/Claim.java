package dev.kindred.processor;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.Generated;
import javax.annotation.processing.Processor;

/**
 * Decides whether annotations are claimed. javac warns of annotations that no processor claims, and stops asking processors when all are claimed.
 * So they are claimed only when no other processor is on the path.
 */
final class Claim {

    private static final String OWN = "dev.kindred.annotation.*";

    private Claim() {}

    /** Tells whether the processors of {@code loader} are those of Kindred alone. The loader of an application says nothing about others. */
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

    /** Returns the annotations to ask for: with a claim, also those that stand in nearly every entity and generated class. */
    static Set<String> annotations(boolean isClaimed) {
        return isClaimed ? Set.of(OWN, "org.jspecify.annotations.*", Generated.class.getName()) : Set.of(OWN);
    }
}
