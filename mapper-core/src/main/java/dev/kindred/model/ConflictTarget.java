package dev.kindred.model;

import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Wrapper;
import dev.kindred.internal.util.Checks;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The unique index by which an insert detects an existing row. For an entity with a {@code @SoftDelete} member, the
 * index can cover all rows or only those that are not marked as deleted. Any other partial index needs {@link #where}.
 * Immutable and thread-safe.
 *
 * @param <E> the entity
 */
public final class ConflictTarget<E> extends Wrapper<Optional<Predicate>> {

    private final List<EntityColumn<E, ?>> columns;

    private ConflictTarget(List<EntityColumn<E, ?>> columns, Optional<Predicate> rows) {
        super(rows);
        Checks.argument(rows.isEmpty() || !columns.isEmpty(), "a partial index needs at least one column");
        this.columns = columns;
    }

    /** Returns the columns of the index; empty for the default of the operation. */
    public List<EntityColumn<E, ?>> columns() {
        return columns;
    }

    /** Returns the unique index of {@code columns}; the default of the operation if they are empty. */
    public static <E> ConflictTarget<E> of(Collection<? extends EntityColumn<E, ?>> columns) {
        return new ConflictTarget<>(Checks.noNulls(columns, "columns"), Optional.empty());
    }

    /** Returns the unique index of {@code columns}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <E> ConflictTarget<E> of(EntityColumn<E, ?>... columns) {
        return of(Arrays.asList(Checks.notNull(columns, "columns")));
    }

    /**
     * Returns the partial unique index of the same columns whose condition follows from {@code rows}.
     *
     * <ul>
     *   <li>The server compares constants only, so booleans, integers, texts and enum constants are written into the
     *       SQL text.
     *   <li>Other values are a {@link dev.kindred.error.MappingException} of the operation. Write such a condition with
     *       {@link RawSql}.
     * </ul>
     */
    public ConflictTarget<E> where(Condition<E> rows) {
        return new ConflictTarget<>(columns, Optional.of(Nodes.of(Checks.notNull(rows, "rows"))));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && other instanceof ConflictTarget<?> target && target.columns.equals(columns);
    }

    @Override
    public int hashCode() {
        return 31 * columns.hashCode() + super.hashCode();
    }
}
