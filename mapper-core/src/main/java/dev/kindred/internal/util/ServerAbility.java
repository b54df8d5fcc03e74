package dev.kindred.internal.util;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The operations that PostgreSQL supports for the values of a type. Types that are not listed, such as user-defined
 * types, count as having all abilities.
 */
public enum ServerAbility {
    /** Needed by {@code =}, {@code <>} and {@code IN}. */
    EQUALITY(
            "cannot compare values of this type",
            "gtsvector",
            "json",
            "jsonpath",
            "pg_snapshot",
            "point",
            "polygon",
            "refcursor",
            "txid_snapshot",
            "xml"),
    /** Needed by {@code GROUP BY} and {@code DISTINCT}. */
    GROUPING("cannot tell which values of this type are equal", EQUALITY, "box", "circle", "line", "lseg", "path"),
    /** Needed by {@code <}, {@code <=}, {@code >} and {@code >=}. */
    COMPARISON("has no order of this type", EQUALITY, "aclitem", "cid", "line", "xid"),
    /** Needed by {@code ORDER BY}. */
    ORDER("has no order of this type", GROUPING, "aclitem", "cid", "xid"),
    /** Needed by {@code min} and {@code max}. For a uuid they use its text. */
    EXTREMES(
            "has no min and no max of this type",
            ORDER,
            "bit",
            "bool",
            "jsonb",
            "macaddr",
            "macaddr8",
            "tsquery",
            "tsvector",
            "varbit");

    private final String reason;

    @SuppressWarnings("ImmutableEnumChecker") // the set is unmodifiable
    private final Set<String> missing;

    ServerAbility(String reason, String... missing) {
        this.reason = reason;
        this.missing = Set.of(missing);
    }

    ServerAbility(String reason, ServerAbility needed, String... further) {
        this.reason = reason;
        this.missing =
                Stream.concat(needed.missing.stream(), Arrays.stream(further)).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns whether the values of a type have this ability. */
    public boolean isOf(String type, boolean array) {
        return !(array ? ofElements() : this).missing.contains(type);
    }

    /** An array is compared by the default operators of its elements. */
    private ServerAbility ofElements() {
        return List.of(EQUALITY, GROUPING).contains(this) ? GROUPING : ORDER;
    }

    /** Returns why PostgreSQL refuses a type without this ability. */
    public String reason() {
        return reason;
    }
}
