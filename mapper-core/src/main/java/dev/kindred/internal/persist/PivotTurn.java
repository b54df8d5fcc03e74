package dev.kindred.internal.persist;

import dev.kindred.internal.sql.LockRows.Turn;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.TableName;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Orders the writes of pairs that touch rows of the other side. Such a write locks its parent, then the pairs, then
 * rows that a write from the other side locks first, so two of them could wait for each other. It therefore has an
 * advisory lock of the pivot table alone. Writes that touch their own parent only share the lock. Thread-safe: it has
 * no state.
 */
final class PivotTurn {

    private PivotTurn() {}

    /**
     * Returns the turn of the writes of {@code relation}, or null if its pivots touch no owner.
     *
     * @param source the columns of the pivot that reference the parent
     */
    static <P> @Nullable Turn of(Relation<?, ?> relation, EntityModel<P> pivot, List<EntityColumn<P, ?>> source) {
        Set<TableName> touched = new HashSet<>();
        boolean touchesParent = false;
        for (Relation<P, ?> owner : pivot.relations()) {
            if (Nodes.of(owner).touchesOwner() && owner.sourceKey().equals(source)) {
                touchesParent = true;
                addOwners(owner.related(), new HashSet<>(), touched);
            } else if (Nodes.of(owner).touchesOwner()) {
                add(owner, new HashSet<>(), touched);
            }
        }
        boolean crosses =
                touched.contains(Nodes.of(EntityModel.of(relation.entity())).table())
                        || touched.contains(Nodes.of(relation.related()).table());
        return crosses || touchesParent ? new Turn(key(Nodes.of(pivot).table()), !crosses) : null;
    }

    private static void add(Relation<?, ?> owner, Set<Relation<?, ?>> path, Set<TableName> touched) {
        if (path.add(owner)) {
            touched.add(Nodes.of(owner.related()).table());
            addOwners(owner.related(), path, touched);
        }
    }

    private static <R> void addOwners(EntityModel<R> model, Set<Relation<?, ?>> path, Set<TableName> touched) {
        for (Relation<R, ?> owner : model.relations()) {
            if (Nodes.of(owner).touchesOwner()) {
                add(owner, path, touched);
            }
        }
    }

    /** Equal in every process. A positive number is a literal of one token. */
    private static long key(TableName pivot) {
        byte[] name = ("pairs of " + pivot).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).getMostSignificantBits() >>> 1;
    }
}
