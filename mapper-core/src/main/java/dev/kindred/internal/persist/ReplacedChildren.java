package dev.kindred.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.query.ScopeValues;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.SetAside;
import dev.kindred.model.Assignment;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares a list of children with the rows of their parent. Immutable and thread-safe. */
public final class ReplacedChildren<E, R> {

    private final HasManyWrites<E, R> writes;
    private final ForeignKey<R> key;
    private final EntityModel<R> related;

    /** Compares children of the parent with the key {@code key}. */
    public ReplacedChildren(HasManyWrites<E, R> writes, ForeignKey<R> key) {
        this.writes = writes;
        this.key = key;
        this.related = writes.relation().related();
    }

    /**
     * Throws if {@code children} cannot be the rows of a parent: two are the same row, or one is outside of the scope.
     */
    public void require(List<R> children) {
        writes.children().id();
        Set<Object> seen = new HashSet<>();
        ScopeCheck<R> scope = new ScopeCheck<>(writes.relation());
        for (R child : children) {
            @Nullable Object own = writes.primaryKeyOf(key, child);
            if (own != null && !seen.add(own)) {
                throw new IllegalArgumentException("Two " + related.name() + " entities of the list for "
                        + writes.relation() + " have the same key " + related.id() + ". List each row once.");
            }
            scope.requireWithin(written(child));
        }
    }

    /** The scope sets the values of a row that may be new. */
    private List<Assignment<R>> written(R child) {
        Set<EntityColumn<R, ?>> set = writes.storedAs(child) == StoredAs.STORED
                ? Set.of()
                : ScopeValues.of(writes.relation()).stream()
                        .map(Assignment::column)
                        .collect(Collectors.toUnmodifiableSet());
        List<Assignment<R>> values = new ArrayList<>();
        for (EntityColumn<R, ?> column : related.columns()) {
            if (isCompared(column, child) && !set.contains(column)) {
                values.add(new Assignment<>(column, column.getOrNull(child)));
            }
        }
        return values;
    }

    /** Returns what changes when {@code children} replace the rows {@code current}. */
    public Replacement<R> compare(List<R> children, List<R> current) {
        Map<Object, R> rows = new LinkedHashMap<>();
        current.forEach(row -> rows.put(Objects.requireNonNull(RelationKey.of(related.id(), row)), row));
        List<R> added = new ArrayList<>();
        List<R> updated = new ArrayList<>();
        List<R> unchanged = new ArrayList<>();
        for (R child : children) {
            @Nullable Object own = writes.primaryKeyOf(key, child);
            @Nullable R row = own == null ? null : rows.remove(own);
            if (row == null) {
                added.add(child);
            } else if (isChanged(row, child)) {
                requireVersion(child);
                updated.add(child);
            } else {
                unchanged.add(row);
            }
        }
        return new Replacement<>(added, updated, unchanged, List.copyOf(rows.values()));
    }

    /**
     * Returns the statement that sets the values aside which {@code updated} change in the rows {@code current}, so
     * that rows can exchange values of a unique index. Returns null without such values.
     */
    public @Nullable SetAside setAside(List<R> updated, List<R> current) {
        Map<Object, R> rows = new HashMap<>();
        current.forEach(row -> rows.put(Objects.requireNonNull(RelationKey.of(related.id(), row)), row));
        Set<EntityColumn<R, ?>> changed = new LinkedHashSet<>();
        List<R> those = new ArrayList<>();
        for (R child : updated) {
            R row = Objects.requireNonNull(rows.get(Objects.requireNonNull(writes.primaryKeyOf(key, child))));
            those.add(row);
            related.columns().stream()
                    .filter(column -> isCompared(column, child))
                    .filter(column -> !isEqual(column.getOrNull(row), column.getOrNull(child)))
                    .forEach(changed::add);
        }
        return changed.isEmpty() ? null : ExchangedValues.aside(writes.matching(those), changed);
    }

    private void requireVersion(R child) {
        if (writes.storedAs(child) == StoredAs.NEW) {
            throw new MappingException("The " + related.name() + " of the list for " + writes.relation()
                    + " has no version, but a row with its key exists. Read that row, and put the changed"
                    + " entity into the list.");
        }
    }

    /** A child with another version is written, so that the server refuses it. */
    private boolean isChanged(R row, R child) {
        return related.columns().stream()
                .filter(column -> isCompared(column, child)
                        || (Nodes.of(column).is(ColumnTrait.VERSION) && column.getOrNull(child) != null))
                .anyMatch(column -> !isEqual(column.getOrNull(row), column.getOrNull(child)));
    }

    private boolean isCompared(EntityColumn<R, ?> column, R child) {
        boolean isGiven = !Nodes.of(column).isUnset(column.getOrNull(child))
                || !Nodes.of(column).is(ColumnTrait.GENERATED);
        return isGiven
                && WrittenColumns.isUpdated(column)
                && !Nodes.of(column).isUpdateAudit()
                && !Nodes.of(column).is(ColumnTrait.VERSION)
                && key.valueOf(column) == null;
    }

    /** Numbers that differ in their trailing zeros are equal, as they are for the server. */
    private static boolean isEqual(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return Objects.deepEquals(one, other) || RelationKey.of(one).equals(RelationKey.of(other));
    }
}
