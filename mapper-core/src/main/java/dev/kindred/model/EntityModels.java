package dev.kindred.model;

import dev.kindred.error.MappingException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The models by class. A model is stored with its class, so that both are collected with their class loader. */
final class EntityModels {

    /**
     * The state of one class.
     *
     * @param model the model of the class, once its generated class is initialized
     * @param refusal why the generated class cannot be used
     */
    private record Entry(AtomicReference<@Nullable EntityModel<?>> model, AtomicReference<@Nullable String> refusal) {}

    private static final ClassValue<Entry> ENTRIES = new ClassValue<>() {
        @Override
        protected Entry computeValue(Class<?> type) {
            return new Entry(new AtomicReference<>(), new AtomicReference<>());
        }
    };

    private EntityModels() {}

    static void announce(EntityModel<?> model) {
        ENTRIES.get(model.type()).model().set(model);
    }

    /** Keeps why the generated class of {@code type} cannot be used, and returns the error. */
    static MappingException refuse(Class<?> type, String message) {
        ENTRIES.get(type).refusal().set(message);
        return new MappingException(message);
    }

    static <E> EntityModel<E> find(Class<E> type) {
        Entry entry = ENTRIES.get(type);
        if (entry.model().get() == null) {
            initialize(type, entry);
        }
        @Nullable EntityModel<?> model = entry.model().get();
        if (model == null) {
            throw new MappingException(generatedName(type) + " did not register a model of " + type.getName()
                    + ". Rebuild the project, so that the annotation processor generates it again.");
        }
        @SuppressWarnings("unchecked") // a model is registered under its own class only
        EntityModel<E> found = (EntityModel<E>) model;
        return found;
    }

    private static void initialize(Class<?> type, Entry entry) {
        try {
            Class.forName(generatedName(type), true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new MappingException(
                    "No entity model exists for " + type.getName() + ": the class " + generatedName(type)
                            + " is missing. Mark the entity with @Table and put dev.kindred:kindred-processor on"
                            + " the annotation"
                            + " processor path of the compiler.",
                    e);
        } catch (LinkageError e) {
            // the second use of a class that failed to initialize gives an error without the cause
            String refusal = entry.refusal().get();
            if (refusal == null) {
                throw e;
            }
            throw new MappingException(refusal, e);
        }
    }

    /** Returns the name of the generated class: the names of nested classes are joined with an underscore. */
    private static String generatedName(Class<?> type) {
        return type.getName().replace('$', '_') + "_";
    }
}
