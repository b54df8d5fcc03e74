package dev.kindred.reactor;

import dev.kindred.error.MappingException;
import dev.kindred.internal.util.Checks;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The repositories by interface. A factory is stored with its interface, so that both are collected together. */
final class Repositories {

    private static final ClassValue<AtomicReference<@Nullable Function<ReactiveMapper, ?>>> FACTORIES =
            new ClassValue<>() {
                @Override
                protected AtomicReference<@Nullable Function<ReactiveMapper, ?>> computeValue(Class<?> type) {
                    return new AtomicReference<>();
                }
            };

    private Repositories() {}

    static <R> void register(Class<R> type, Function<ReactiveMapper, ? extends R> factory) {
        FACTORIES.get(Checks.notNull(type, "type")).set(Checks.notNull(factory, "factory"));
    }

    static <R> R create(Class<R> type, ReactiveMapper mapper) {
        AtomicReference<@Nullable Function<ReactiveMapper, ?>> entry = FACTORIES.get(Checks.notNull(type, "type"));
        if (entry.get() == null) {
            initialize(type);
        }
        Function<ReactiveMapper, ?> factory = entry.get();
        if (factory == null) {
            throw new MappingException(generatedName(type) + " did not register the repository " + type.getName()
                    + ". Rebuild the project, so that the annotation processor generates it again.");
        }
        return type.cast(factory.apply(mapper));
    }

    private static void initialize(Class<?> type) {
        try {
            Class.forName(generatedName(type), true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new MappingException(
                    "No repository exists for " + type.getName() + ": the class " + generatedName(type)
                            + " is missing. Mark the interface with @KindredRepository and put"
                            + " dev.kindred:kindred-processor on the annotation processor path of the compiler.",
                    e);
        }
    }

    /** Returns the name of the generated class: the names of nested classes are joined with an underscore. */
    private static String generatedName(Class<?> type) {
        return type.getName().replace('$', '_') + "_";
    }
}
