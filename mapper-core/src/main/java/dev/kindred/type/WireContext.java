package dev.kindred.type;

import dev.kindred.internal.util.Checks;

/**
 * The settings of a mapper that conversions use. Each mapper has one. Immutable and thread-safe.
 */
public final class WireContext {

    private static final WireContext NONE = new WireContext(JsonFormat.none());

    private final JsonFormat json;

    private WireContext(JsonFormat json) {
        this.json = json;
    }

    /** Returns a context without settings, for conversions outside of a mapper. */
    public static WireContext none() {
        return NONE;
    }

    /** Returns the context of a mapper with the JSON format {@code json}. */
    public static WireContext of(JsonFormat json) {
        return new WireContext(Checks.notNull(json, "json"));
    }

    /** Returns the format of JSON values. */
    public JsonFormat json() {
        return json;
    }
}
