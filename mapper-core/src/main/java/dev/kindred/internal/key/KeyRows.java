package dev.kindred.internal.key;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.model.EntityColumn;
import dev.kindred.type.ComparisonOperator;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import dev.kindred.type.WireContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The distinct keys of some entities, in the order of the entities, as one array for each column. Confined to one
 * thread while keys are added.
 *
 * @param <E> the entity that declares the relation
 */
public final class KeyRows<E> {

    /** The value of a key in {@link #withoutRows} that has no row. */
    public static final Object NO_ROW = new Object();

    private final List<EntityColumn<E, ?>> columns;
    private final List<? extends SqlType<?>> types;
    private final Map<Object, Object> seen;
    private final AtomicBoolean isGiven = new AtomicBoolean();
    private final List<List<Object>> values = new ArrayList<>();

    /** Starts without a key. The keys have the types of {@code columns}. */
    public KeyRows(List<EntityColumn<E, ?>> columns) {
        this(columns, 16);
    }

    /** Starts without a key, with capacity for {@code expected}. */
    public KeyRows(List<EntityColumn<E, ?>> columns, int expected) {
        this(columns, types(columns), expected);
    }

    /** Starts without a key. The keys are compared with {@code columns}, and their values have {@code types}. */
    public KeyRows(List<EntityColumn<E, ?>> columns, List<? extends SqlType<?>> types, int expected) {
        this.columns = columns;
        this.types = types;
        this.seen = new HashMap<>(expected * 2);
        columns.forEach(column -> values.add(new ArrayList<>(expected)));
    }

    private static List<SqlType<?>> types(List<? extends EntityColumn<?, ?>> columns) {
        List<SqlType<?>> types = new ArrayList<>(columns.size());
        for (EntityColumn<?, ?> column : columns) {
            types.add(column.type());
        }
        return types;
    }

    /** Adds the key of {@code entity}, unless it is null or already added. */
    public void add(E entity) {
        @Nullable Object raw = RelationKey.raw(columns, entity);
        if (raw != null) {
            addRaw(raw);
        }
    }

    /** Adds a key in the form of {@link RelationKey#raw}, unless it is already added. */
    public void addRaw(Object raw) {
        addRaw(raw, RelationKey.of(raw));
    }

    /**
     * Adds a key in the forms of {@link RelationKey#raw} and {@link RelationKey#of(Object)}, unless it is already
     * added.
     */
    public void addRaw(Object raw, Object key) {
        if (seen.putIfAbsent(key, NO_ROW) == null) {
            for (int i = 0; i < values.size(); i++) {
                values.get(i).add(values.size() == 1 ? raw : ((List<?>) raw).get(i));
            }
        }
    }

    /** Returns whether no key was added, so that no statement is needed. */
    public boolean isEmpty() {
        return seen.isEmpty();
    }

    /** Returns the number of keys. */
    public int size() {
        return seen.size();
    }

    /** Returns the keys, in the form of {@link RelationKey#raw}, in the order in which they were added. */
    public List<Object> raw() {
        return values.size() == 1
                ? List.copyOf(values.get(0))
                : IntStream.range(0, seen.size()).mapToObj(this::raw).toList();
    }

    /** Returns the keys, in the form of {@link RelationKey}. */
    public Set<Object> keys() {
        return Collections.unmodifiableSet(seen.keySet());
    }

    /**
     * Returns the keys, in the form of {@link RelationKey}, each with {@link #NO_ROW}. The caller may replace the
     * values. The first call returns the map of this object, so that a load needs one map for its keys and its rows. No
     * key is added afterwards.
     */
    public Map<Object, Object> withoutRows() {
        if (isGiven.compareAndSet(false, true)) {
            return seen;
        }
        Map<Object, Object> copy = new HashMap<>(seen);
        copy.replaceAll((key, value) -> NO_ROW);
        return copy;
    }

    /** Returns the keys, in the form of {@link RelationKey}, in the order in which they were added. */
    public List<Object> inOrder() {
        List<Object> keys = new ArrayList<>(seen.size());
        for (int i = 0; i < seen.size(); i++) {
            keys.add(RelationKey.of(raw(i)));
        }
        return keys;
    }

    /**
     * Returns the keys without a row that are similar to a key with a row, see {@link SimilarKeys}. The server may have
     * found the row for both keys. A statement without the other key shows it.
     */
    public KeyRows<E> similarToFound(java.util.function.Predicate<Object> hasRow, WireContext context) {
        KeyRows<E> similar = new KeyRows<>(columns, types, 16);
        if (!SimilarKeys.haveText(columns) || seen.keySet().stream().allMatch(hasRow)) {
            return similar;
        }
        Set<Object> found = new HashSet<>();
        List<Object> missing = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            Object raw = raw(i);
            if (hasRow.test(RelationKey.of(raw))) {
                found.add(SimilarKeys.ofRaw(columns, raw, context));
            } else {
                missing.add(raw);
            }
        }
        missing.stream()
                .filter(raw -> found.contains(SimilarKeys.ofRaw(columns, raw, context)))
                .forEach(similar::addRaw);
        return similar;
    }

    /**
     * Returns the keys that are similar to another key with rows, without the first key of each group of similar keys
     * with rows. A statement with these keys shows whether the server found the rows of one key for another.
     */
    public KeyRows<E> similarToOthers(java.util.function.Predicate<Object> hasRow, WireContext context) {
        KeyRows<E> similar = similarToFound(hasRow, context);
        if (!SimilarKeys.haveText(columns)) {
            return similar;
        }
        Set<Object> found = new HashSet<>();
        for (int i = 0; i < seen.size(); i++) {
            Object raw = raw(i);
            if (hasRow.test(RelationKey.of(raw)) && !found.add(SimilarKeys.ofRaw(columns, raw, context))) {
                similar.addRaw(raw);
            }
        }
        return similar;
    }

    private Object raw(int index) {
        return values.size() == 1
                ? values.get(0).get(index)
                : values.stream().map(part -> part.get(index)).toList();
    }

    /** Returns the keys as one array for each column. */
    public List<Parameter> arrays() {
        List<Parameter> arrays = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            arrays.add(array(i));
        }
        return arrays;
    }

    /**
     * Returns the condition that {@code target} is one of the keys. One key is compared with {@code =}, of which the
     * server estimates the rows with the statistics of the value. Several keys are one array for each column.
     */
    public Predicate matching(List<ColumnReference> target) {
        List<Predicate> all = new ArrayList<>();
        List<Integer> compared = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            @Nullable String constant = Nodes.of(columns.get(i)).reference().constant();
            if (constant != null) {
                // One value for all keys allows the server to use an index on all columns.
                all.add(equal(target.get(i), new Parameter(SqlTypes.STRING, constant)));
            } else if (!target.get(i).isConstant()) {
                compared.add(i);
            }
        }
        if (size() == 1) {
            compared.forEach(i -> all.add(equal(target.get(i), only(i))));
        } else {
            all.add(isAny(compared, target));
        }
        return all.size() == 1 ? all.get(0) : new Predicate.Conjunction(all);
    }

    private static Predicate equal(ColumnReference column, Parameter value) {
        return new Predicate.Comparison(column, ComparisonOperator.EQUAL, value);
    }

    private Predicate isAny(List<Integer> compared, List<ColumnReference> target) {
        return compared.size() == 1
                ? new Predicate.AnyOf(target.get(compared.get(0)), array(compared.get(0)))
                : new Predicate.RowAnyOf(
                        compared.stream().map(target::get).toList(),
                        compared.stream().map(this::array).toList());
    }

    private Parameter only(int index) {
        return new Parameter(
                types.get(index), values.get(index).get(0), columns.get(index).toString());
    }

    private Parameter array(int index) {
        return new Parameter(
                arrayOf(types.get(index)),
                List.copyOf(values.get(index)),
                columns.get(index).toString());
    }

    private static <T> SqlType<List<T>> arrayOf(SqlType<T> element) {
        return SqlTypes.list(element);
    }
}
