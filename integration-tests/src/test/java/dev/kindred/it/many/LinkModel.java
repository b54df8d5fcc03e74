package dev.kindred.it.many;

import dev.kindred.reactor.LinkChanges;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The pairs of one parent in memory: a value of the pivot for each key. */
final class LinkModel {

    private final TreeMap<Long, @Nullable String> pairs = new TreeMap<>();
    private final Map<Long, @Nullable String> former = new LinkedHashMap<>();
    private final @Nullable String initial;
    private final boolean keepsDeleted;

    /**
     * Starts without pairs.
     *
     * @param initial the value of a new pair without a given value
     * @param keepsDeleted whether a restored pair keeps its former value
     */
    LinkModel(@Nullable String initial, boolean keepsDeleted) {
        this.initial = initial;
        this.keepsDeleted = keepsDeleted;
    }

    Map<Long, @Nullable String> pairs() {
        return pairs;
    }

    private void add(long key, boolean isGiven, @Nullable String value) {
        pairs.put(key, isGiven ? value : keepsDeleted ? former.getOrDefault(key, initial) : initial);
    }

    private void remove(long key) {
        former.put(key, pairs.remove(key));
    }

    /** Adds the pairs of {@code wanted}; without values if {@code isGiven} is false. */
    LinkChanges attach(Map<Long, @Nullable String> wanted, boolean isGiven) {
        Changes changes = new Changes();
        wanted.forEach((key, value) -> {
            if (pairs.containsKey(key)) {
                changes.unchanged.add(key);
            } else {
                add(key, isGiven, value);
                changes.attached.add(key);
            }
        });
        return changes.done();
    }

    LinkChanges detach(Iterable<Long> keys) {
        Changes changes = new Changes();
        for (Long key : keys) {
            if (pairs.containsKey(key)) {
                remove(key);
                changes.detached.add(key);
            }
        }
        return changes.done();
    }

    LinkChanges sync(Map<Long, @Nullable String> wanted, boolean isGiven, boolean isWhole) {
        Changes changes = new Changes();
        for (Long key : List.copyOf(pairs.keySet())) {
            if (isWhole && !wanted.containsKey(key)) {
                remove(key);
                changes.detached.add(key);
            }
        }
        wanted.forEach((key, value) -> {
            if (!pairs.containsKey(key)) {
                add(key, isGiven, value);
                changes.attached.add(key);
            } else if (isGiven && !Objects.equals(pairs.get(key), value)) {
                pairs.put(key, value);
                changes.updated.add(key);
            } else {
                changes.unchanged.add(key);
            }
        });
        return changes.done();
    }

    LinkChanges toggle(Iterable<Long> keys) {
        Changes changes = new Changes();
        for (Long key : keys) {
            if (pairs.containsKey(key)) {
                remove(key);
                changes.detached.add(key);
            } else {
                add(key, false, null);
                changes.attached.add(key);
            }
        }
        return changes.done();
    }

    LinkChanges update(long key, @Nullable String value) {
        Changes changes = new Changes();
        if (pairs.containsKey(key)) {
            pairs.put(key, value);
            changes.updated.add(key);
        }
        return changes.done();
    }

    private static final class Changes {

        private final List<Object> attached = new ArrayList<>();
        private final List<Object> detached = new ArrayList<>();
        private final List<Object> updated = new ArrayList<>();
        private final List<Object> unchanged = new ArrayList<>();

        private LinkChanges done() {
            return new LinkChanges(attached, detached, updated, unchanged);
        }
    }
}
