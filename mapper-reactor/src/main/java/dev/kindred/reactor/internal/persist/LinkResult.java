package dev.kindred.reactor.internal.persist;

import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.sql.LinkRows.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys of related rows, by what a write did to their pairs.
 *
 * @param attached the pairs that were added
 * @param detached the pairs that were removed
 * @param updated the pairs with a changed column
 * @param unchanged the wanted pairs that existed and were not written
 */
public record LinkResult(List<Object> attached, List<Object> detached, List<Object> updated, List<Object> unchanged) {

    static final LinkResult NOTHING = new LinkResult(List.of(), List.of(), List.of(), List.of());

    /**
     * Returns the result of a write.
     *
     * @param wanted the keys that the caller named, in their order
     * @param written the pairs that were written
     * @param areLinked whether the other wanted pairs exist
     */
    static LinkResult of(List<Object> wanted, List<WrittenLink> written, boolean areLinked) {
        Set<Object> seen = new HashSet<>();
        List<Object> attached = inOrder(wanted, written, Kind.ADDED, seen);
        List<Object> updated = inOrder(wanted, written, Kind.UPDATED, seen);
        List<Object> detached = inOrder(wanted, written, Kind.REMOVED, seen);
        List<Object> unchanged = new ArrayList<>();
        if (areLinked) {
            wanted.stream().filter(key -> !seen.contains(RelationKey.of(key))).forEach(unchanged::add);
        }
        return new LinkResult(attached, detached, updated, unchanged);
    }

    /** Returns the result of an update of the pairs of {@code wanted}. */
    static LinkResult updated(List<Object> wanted, List<WrittenLink> written) {
        List<Object> updated = inOrder(wanted, written, Kind.REMOVED, new HashSet<>());
        return new LinkResult(List.of(), List.of(), updated, List.of());
    }

    /** Returns the distinct keys of a kind: the wanted ones in their order, then the others. */
    private static List<Object> inOrder(List<Object> wanted, List<WrittenLink> written, Kind kind, Set<Object> seen) {
        Set<Object> left = new HashSet<>();
        List<Object> own = new ArrayList<>();
        for (WrittenLink link : written) {
            if (link.kind() == kind && left.add(RelationKey.of(link.key()))) {
                own.add(link.key());
            }
        }
        List<Object> keys = new ArrayList<>();
        for (Object key : wanted) {
            if (left.remove(RelationKey.of(key))) {
                keys.add(key);
                seen.add(RelationKey.of(key));
            }
        }
        own.stream().filter(key -> left.contains(RelationKey.of(key))).forEach(keys::add);
        return keys;
    }
}
