package dev.kindred.type;

import dev.kindred.internal.util.Checks;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a mapper that conversions use. Each mapper has one. Immutable and thread-safe.
 */
public final class WireContext {

    private static final WireContext NONE = new WireContext(JsonFormat.none(), Map.of());

    private final JsonFormat json;
    private final Map<Class<?>, Codec<?, ?>> codecs;

    private WireContext(JsonFormat json, Map<Class<?>, Codec<?, ?>> codecs) {
        this.json = json;
        this.codecs = codecs;
    }

    /** Returns a context without settings, for conversions outside of a mapper. */
    public static WireContext none() {
        return NONE;
    }

    /**
     * Returns the context of a mapper.
     *
     * @param json the format of JSON values
     * @param codecs the instances of codecs, each of another class
     * @throws IllegalArgumentException if two codecs have the same class
     */
    public static WireContext of(JsonFormat json, Collection<? extends Codec<?, ?>> codecs) {
        Checks.notNull(json, "json");
        return new WireContext(json, byClass(List.copyOf(Checks.noNulls(codecs, "codecs"))));
    }

    /** Returns the format of JSON values. */
    public JsonFormat json() {
        return json;
    }

    /** Returns the instance of a class of codecs, or null. */
    @Nullable
    Codec<?, ?> codec(Class<?> type) {
        return codecs.get(type);
    }

    /**
     * A framework may replace an instance by one of a subclass. So a class also has the instance of its subclass, if it
     * is the only one.
     */
    private static Map<Class<?>, Codec<?, ?>> byClass(List<Codec<?, ?>> codecs) {
        Map<Class<?>, Codec<?, ?>> exact = new HashMap<>();
        for (Codec<?, ?> codec : codecs) {
            boolean isFirst = exact.putIfAbsent(codec.getClass(), codec) == null;
            Checks.argument(
                    isFirst,
                    "there are two codecs of the class " + codec.getClass().getName()
                            + ". Register one instance of each class");
        }
        Map<Class<?>, Codec<?, ?>> inherited = new HashMap<>();
        Set<Class<?>> ambiguous = new HashSet<>(exact.keySet());
        for (Codec<?, ?> codec : codecs) {
            for (Class<?> type = codec.getClass().getSuperclass();
                    Codec.class.isAssignableFrom(type);
                    type = type.getSuperclass()) {
                if (inherited.putIfAbsent(type, codec) != null) {
                    ambiguous.add(type);
                }
            }
        }
        inherited.keySet().removeAll(ambiguous);
        exact.putAll(inherited);
        return Map.copyOf(exact);
    }
}
