package dev.kindred.reactor.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.EntityModel;
import dev.kindred.query.EntitySteps;
import java.util.Map;
import java.util.Optional;
import org.reactivestreams.Publisher;

/** Finds the model of the argument of a write. A write takes any object, so the compiler does not check it. */
public final class WrittenEntities {

    private WrittenEntities() {}

    /**
     * Returns the model of {@code entity}.
     *
     * @throws MappingException if it is no entity; the message names the call to use instead
     */
    @SuppressWarnings("unchecked") // the class of an E is a Class<E>
    public static <E> EntityModel<E> modelOf(E entity) {
        Class<E> type = (Class<E>) Checks.notNull(entity, "entity").getClass();
        String remedy = remedy(entity);
        if (!remedy.isEmpty()) {
            throw new MappingException(
                    "A write takes an entity, but the argument is of type " + type.getSimpleName() + ". " + remedy);
        }
        return EntityModel.of(type);
    }

    private static String remedy(Object given) {
        if (given instanceof EntitySteps<?, ?>) {
            return "Write the rows of a query with update(Type.class).set(..).where(..) or"
                    + " delete(Type.class).where(..).";
        }
        if (given instanceof Publisher<?>) {
            return "Write what a Mono emits with mono.flatMap(mapper::insert), and what a Flux emits with"
                    + " insertAll(flux); the other writes likewise.";
        }
        if (given instanceof Iterable<?> || given instanceof Object[]) {
            return "Write many entities with insertAll(collection), updateAll, upsertAll or deleteAll.";
        }
        if (given instanceof Optional<?>) {
            return "Write its value with Mono.justOrEmpty(optional).flatMap(mapper::insert).";
        }
        if (given instanceof Map<?, ?>) {
            return "Make assignments of a map with AssignableColumns.from(map), for"
                    + " update(Type.class).set(..).where(..).";
        }
        boolean isValue =
                given.getClass().isPrimitive() || given.getClass().getName().startsWith("java.");
        return isValue
                ? "Write the row of a key with delete(Type.class).where(Type_.ID.eq(key)) or"
                        + " update(Type.class).set(..).where(..)."
                : "";
    }
}
