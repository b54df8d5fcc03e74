package dev.kindred.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.ManyToManyRelation;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a pivot that reference both sides of a pair, such as a tenant. The rows of both sides have the same
 * value there. Immutable and thread-safe.
 *
 * @param <P> the pivot
 * @param source the columns that reference the parent
 * @param target the columns that reference the related rows
 */
record SharedColumns<R, P>(
        ManyToManyRelation<?, R> relation, List<EntityColumn<P, ?>> source, List<EntityColumn<P, ?>> target) {

    /** Returns the columns of a pair, each once. */
    List<EntityColumn<P, ?>> pair() {
        List<EntityColumn<P, ?>> pair = new ArrayList<>(source);
        pair.addAll(own());
        return pair;
    }

    /** Returns the columns that reference the related rows only. */
    List<EntityColumn<P, ?>> own() {
        List<EntityColumn<P, ?>> own =
                target.stream().filter(column -> !source.contains(column)).toList();
        if (own.isEmpty()) {
            throw new MappingException("Cannot write " + relation + ": the columns " + target
                    + " that reference the related row are part of the key of the parent. Write the pivot instead.");
        }
        return own;
    }

    /** Throws if a related row of {@code keys} has other values of the shared columns than the parent. */
    void requireSame(ForeignKey<P> parent, List<Object> keys) {
        for (int i = 0; i < target.size(); i++) {
            Object value = parent.valueOf(target.get(i));
            if (value == null) {
                continue;
            }
            Object expected = RelationKey.of(value);
            for (Object key : keys) {
                Object part = target.size() == 1 ? key : ((List<?>) key).get(i);
                if (!RelationKey.of(part).equals(expected)) {
                    throw new IllegalArgumentException("Cannot write " + relation + ": " + target.get(i)
                            + " references both sides of a pair, but a "
                            + relation.related().name() + " of the list has another value than the "
                            + relation.entity().getSimpleName() + ". Pair rows with the same value only.");
                }
            }
        }
    }

    /** Returns the columns of a new related row that have the values of the parent. */
    ForeignKey<R> ofRelated(ForeignKey<P> parent) {
        List<ForeignKey.Part<R>> parts = new ArrayList<>();
        for (ForeignKey.Part<P> part : parent.parts()) {
            int position = target.indexOf(part.column());
            if (position >= 0) {
                parts.add(new ForeignKey.Part<>(relation.targetKey().get(position), part.value()));
            }
        }
        return new ForeignKey<>(parts);
    }
}
