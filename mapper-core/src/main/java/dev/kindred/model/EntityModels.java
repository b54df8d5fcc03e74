package dev.kindred.model;

import dev.kindred.error.MappingException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The models by class. A model is stored with its class, so that both are collected with their class loader. */
final class EntityModels {

    private static final ClassValue<AtomicReference<@Nullable EntityModel<?>>> MODELS = new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable EntityModel<?>> computeValue(Class<?> type) {
            return new AtomicReference<>();
        }
    };

    private EntityModels() {}

    static void announce(EntityModel<?> model) {
        MODELS.get(model.type()).set(model);
    }

    static <E> EntityModel<E> find(Class<E> type) {
        AtomicReference<@Nullable EntityModel<?>> reference = MODELS.get(type);
        if (reference.get() == null) {
            initialize(type);
        }
        @Nullable EntityModel<?> model = reference.get();
        if (model == null) {
            throw new MappingException(generatedName(type) + " did not register a model of " + type.getName()
                    + ". Rebuild the project, so that the annotation processor generates it again.");
        }
        @SuppressWarnings("unchecked") // a model is registered under its own class only
        EntityModel<E> found = (EntityModel<E>) model;
        return found;
    }

    private static void initialize(Class<?> type) {
        try {
            Class.forName(generatedName(type), true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new MappingException(
                    "No entity model exists for " + type.getName() + ": the class " + generatedName(type)
                            + " is missing. Mark the entity with @Table and put dev.kindred:kindred-processor on"
                            + " the annotation"
                            + " processor path of the compiler.",
                    e);
        }
    }

    /** Returns the name of the generated class: the names of nested classes are joined with an underscore. */
    private static String generatedName(Class<?> type) {
        return type.getName().replace('$', '_') + "_";
    }
}
