package dev.kindred.model;

import dev.kindred.error.MappingException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The models by class, kept with the class itself, so that a class loader that is dropped takes its models along. */
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
            throw new MappingException(generatedName(type) + " did not announce a model of " + type.getName()
                    + ". Compile the project anew, so that the annotation processor writes it again.");
        }
        @SuppressWarnings("unchecked") // a model is announced under its own class only
        EntityModel<E> found = (EntityModel<E>) model;
        return found;
    }

    private static void initialize(Class<?> type) {
        try {
            Class.forName(generatedName(type), true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new MappingException(
                    "There is no entity model of " + type.getName() + ": the class " + generatedName(type)
                            + " is missing. Mark the entity with @Table and put dev.kindred:kindred-processor on the annotation"
                            + " processor path of the compiler.",
                    e);
        }
    }

    /** Returns the name under which the processor writes the model: nested classes are joined with an underscore. */
    private static String generatedName(Class<?> type) {
        return type.getName().replace('$', '_') + "_";
    }
}
