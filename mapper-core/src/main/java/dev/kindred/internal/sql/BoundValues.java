package dev.kindred.internal.sql;

import static java.util.Objects.requireNonNull;

import dev.kindred.internal.sql.Expression.Parameter;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of the names of a text. Adding a value copies one path of a tree and shares the rest, so binding many
 * thousand values takes nearly linear time. Immutable and thread-safe.
 */
final class BoundValues extends AbstractMap<String, Parameter> {

    private static final int BITS = 5;
    private static final int WIDTH = 1 << BITS;

    /** The position of each name in the tree; shared by all values of one text. */
    private final Map<String, Integer> places;

    private final @Nullable Object @Nullable [] root;
    private final int shift;
    private final int size;

    private BoundValues(Map<String, Integer> places, @Nullable Object @Nullable [] root, int size) {
        this.places = places;
        this.root = root;
        this.shift = shiftOf(places.size());
        this.size = size;
    }

    /** Returns the empty values for {@code names}. A name can occur several times. */
    static BoundValues none(List<String> names) {
        Map<String, Integer> places = new LinkedHashMap<>();
        names.forEach(name -> places.putIfAbsent(name, places.size()));
        return new BoundValues(places, null, 0);
    }

    /** Returns {@code values}, bound to {@code names}. */
    static BoundValues of(List<String> names, Map<String, Parameter> values) {
        if (values instanceof BoundValues bound) {
            return bound;
        }
        BoundValues all = none(names);
        for (Entry<String, Parameter> value : values.entrySet()) {
            all = all.with(value.getKey(), value.getValue());
        }
        return all;
    }

    private static int shiftOf(int places) {
        int shift = 0;
        while (places > WIDTH << shift) {
            shift += BITS;
        }
        return shift;
    }

    /** Returns whether the text contains {@code name}. */
    boolean knows(String name) {
        return places.containsKey(name);
    }

    /** Returns a copy with a value for {@code name}. The text must contain the name, and it must have no value yet. */
    BoundValues with(String name, Parameter value) {
        int place = requireNonNull(places.get(name));
        return new BoundValues(places, with(root, shift, place, value), size + 1);
    }

    private static @Nullable Object[] with(@Nullable Object @Nullable [] node, int shift, int place, Parameter value) {
        @Nullable Object[] copy = node == null ? new @Nullable Object[WIDTH] : node.clone();
        int at = (place >>> shift) % WIDTH;
        copy[at] = shift == 0 ? value : with((@Nullable Object[]) copy[at], shift - BITS, place, value);
        return copy;
    }

    @Override
    public @Nullable Parameter get(Object name) {
        @Nullable Integer place = places.get(name);
        @Nullable Object at = root;
        for (int level = shift; place != null && at != null && level >= 0; level -= BITS) {
            at = ((@Nullable Object[]) at)[(place >>> level) % WIDTH];
        }
        return place == null ? null : (Parameter) at;
    }

    @Override
    public boolean containsKey(Object name) {
        return get(name) != null;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Set<Entry<String, Parameter>> entrySet() {
        Map<String, Parameter> all = new LinkedHashMap<>();
        for (String name : places.keySet()) {
            @Nullable Parameter value = get(name);
            if (value != null) {
                all.put(name, value);
            }
        }
        return Collections.unmodifiableSet(all.entrySet());
    }
}
