package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A related row and the values of its pivot: {@code Link.<Team,
 * Membership>to(core).with(Membership_.ROLE.set("owner"))}. Immutable.
 *
 * @param <R> the related entity
 * @param <P> the entity of the pivot
 */
public final class Link<R, P> {

    private final @Nullable R related;
    private final @Nullable Object key;
    private final List<Assignment<P>> values;

    private Link(@Nullable R related, @Nullable Object key, List<Assignment<P>> values) {
        this.related = related;
        this.key = key;
        this.values = List.copyOf(values);
    }

    /** Returns a link to a stored entity. */
    public static <R, P> Link<R, P> to(R related) {
        return new Link<>(Checks.notNull(related, "related"), null, List.of());
    }

    /** Returns a link to a stored entity, with a value of the pivot. */
    public static <R, P> Link<R, P> to(R related, Assignment<P> value) {
        return Link.<R, P>to(related).with(value);
    }

    /** Returns a link to a stored entity, with two values of the pivot. */
    public static <R, P> Link<R, P> to(R related, Assignment<P> first, Assignment<P> second) {
        return Link.<R, P>to(related).with(first).with(second);
    }

    /**
     * Returns a link to the row with a key.
     *
     * @param key the key; a {@link List} of its parts for a composite key; any integer type for an integer column
     */
    public static <R, P> Link<R, P> toKey(Object key) {
        return new Link<>(null, Checks.notNull(key, "key"), List.of());
    }

    /** Returns a link to the row with a key, with a value of the pivot. */
    public static <R, P> Link<R, P> toKey(Object key, Assignment<P> value) {
        return Link.<R, P>toKey(key).with(value);
    }

    /** Returns a link to the row with a key, with two values of the pivot. */
    public static <R, P> Link<R, P> toKey(Object key, Assignment<P> first, Assignment<P> second) {
        return Link.<R, P>toKey(key).with(first).with(second);
    }

    /** Returns a copy with one more value of the pivot. */
    public Link<R, P> with(Assignment<P> value) {
        List<Assignment<P>> all = new ArrayList<>(values);
        all.add(Checks.notNull(value, "value"));
        return new Link<>(related, key, all);
    }

    @Nullable
    R related() {
        return related;
    }

    @Nullable
    Object key() {
        return key;
    }

    List<Assignment<P>> values() {
        return values;
    }

    /** Returns the number of values only, because they can be confidential. */
    @Override
    public String toString() {
        return "Link[" + values.size() + " values]";
    }
}
