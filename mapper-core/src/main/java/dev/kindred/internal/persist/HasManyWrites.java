package dev.kindred.internal.persist;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.query.ScopeValues;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.SetAside;
import dev.kindred.internal.sql.Statement;
import dev.kindred.internal.sql.Update;
import dev.kindred.model.Assignment;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HasManyRelation;
import dev.kindred.type.WireContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The statements that write the children of a {@link HasManyRelation}. A parent is never inserted by a write of its
 * children, except by a write that is given both. Immutable and thread-safe.
 */
public final class HasManyWrites<E, R> extends ChildWrites<E, R> {

    private final HasManyRelation<E, R> relation;
    private final EntityModel<R> related;
    private final ManyRows<R> many;

    /** Creates the writes of {@code relation}; audit times come from {@code clock}. */
    public HasManyWrites(HasManyRelation<E, R> relation, Clock clock) {
        super(relation, clock);
        this.relation = relation;
        this.related = relation.related();
        this.many = new ManyRows<>(children());
    }

    @Override
    public boolean isUnsaved(E parent) {
        return false;
    }

    @Override
    public RelationKeyMissingException keyMissing() {
        return new RelationKeyMissingException("Cannot write " + relation + ": its key " + relation.sourceKey()
                + " is null in the " + relation.entity().getSimpleName()
                + ". Save the entity first and use the returned one, or store both with save(entity, children).");
    }

    @Override
    public List<EntityColumn<R, ?>> uniqueColumns(List<Assignment<R>> matching) {
        List<EntityColumn<R, ?>> unique = new ArrayList<>(relation.targetKey());
        matching.forEach(value -> unique.add(value.column()));
        return List.copyOf(unique);
    }

    @Override
    public boolean canBeUnique(List<Assignment<R>> matching) {
        return matching.stream().noneMatch(value -> value.value() == null);
    }

    @Override
    public boolean isConflictFound(List<Assignment<R>> matching) {
        return true;
    }

    /** Returns the inserts of {@code chunk}. */
    public List<RowBatch> insertAll(ForeignKey<R> key, List<R> chunk) {
        return insertAll(chunk, Collections.nCopies(chunk.size(), key));
    }

    /** Splits {@code chunk} into parts in which each row occurs once, because one statement cannot write it twice. */
    public List<List<R>> parts(List<R> chunk, WireContext context) {
        return related.id().isEmpty() ? List.of(chunk) : many.distinctRuns(chunk, ownKey(), context);
    }

    /** Returns the columns of the primary key that differ among the children of one parent. */
    private List<EntityColumn<R, ?>> ownKey() {
        return related.id().stream()
                .filter(column -> !relation.targetKey().contains(column))
                .toList();
    }

    /**
     * Returns the statements that store {@code part}, see {@link #parts}: the updates first, so that a new row can get
     * a value that an update frees.
     */
    public List<ChildBatch> saveAll(ForeignKey<R> key, List<R> part) {
        Map<StoredAs, List<Integer>> positions = new EnumMap<>(StoredAs.class);
        List<ChildBatch> batches = new ArrayList<>();
        for (int i = 0; i < part.size(); i++) {
            R child = part.get(i);
            StoredAs as = storedAs(child);
            if (as == StoredAs.STORED && changesPrimaryKey(key, child)) {
                batches.add(new ChildBatch(as, new RowBatch(update(key, child).statement(), List.of(i))));
            } else {
                positions.computeIfAbsent(as, any -> new ArrayList<>()).add(i);
            }
        }
        for (StoredAs as : List.of(StoredAs.STORED, StoredAs.EITHER, StoredAs.NEW)) {
            List<Integer> those = positions.getOrDefault(as, List.of());
            for (RowBatch batch : those.isEmpty() ? List.<RowBatch>of() : store(as, key, childrenAt(those, part))) {
                List<Integer> at = batch.positions().stream().map(those::get).toList();
                batches.add(new ChildBatch(as, new RowBatch(batch.statement(), at)));
            }
        }
        return batches;
    }

    private List<RowBatch> store(StoredAs as, ForeignKey<R> key, List<R> those) {
        return switch (as) {
            case STORED -> many.update(those, key);
            case EITHER -> many.upsert(those, key, ScopeValues.of(relation));
            case NEW -> insertAll(key, those);
        };
    }

    private List<R> childrenAt(List<Integer> positions, List<R> part) {
        return positions.stream().map(part::get).toList();
    }

    /** A child of another parent gets another primary key if the foreign key is a part of it. */
    private boolean changesPrimaryKey(ForeignKey<R> key, R child) {
        return !Objects.equals(RelationKey.of(related.id(), child), primaryKeyOf(key, child));
    }

    /** Returns the primary key that {@code child} has as a child of the parent, or null if it is not complete. */
    @Nullable
    Object primaryKeyOf(ForeignKey<R> key, R child) {
        List<Object> parts = new ArrayList<>();
        for (EntityColumn<R, ?> column : related.id()) {
            @Nullable Object part = key.valueOf(column);
            @Nullable Object value = part == null ? RelationKey.raw(List.of(column), child) : part;
            if (value == null) {
                return null;
            }
            parts.add(value);
        }
        return RelationKey.of(parts.size() == 1 ? parts.get(0) : parts);
    }

    /** Returns the statement that removes {@code rows}, unless they belong to another parent by now. */
    public Statement remove(ForeignKey<R> key, List<R> rows, boolean delete) {
        Predicate where = new Predicate.Conjunction(List.of(rows().all(key, List.of()), many.sameKeys(rows)));
        return delete
                ? children().remove(where)
                : children()
                        .update(
                                new RowDraft<>(related).with(ForeignKey.toNothing(relation.targetKey())),
                                where,
                                List.of());
    }

    /** Returns {@code rows} for a statement that sets values aside. */
    SetAside.Rows matching(List<R> rows) {
        return new SetAside.Matching(Nodes.of(related).table(), many.sameKeys(rows));
    }

    /** Returns the update of {@code present}, rows of a parent. */
    public Update updateAll(SelectQuery<R> present, List<Assignment<R>> values) {
        return children().update(values, present.toSelect().where(), List.of());
    }

    /** Returns the statement that removes {@code present}, rows of a parent. */
    public Statement removeAll(SelectQuery<R> present) {
        return children().remove(present.toSelect().where());
    }
}
