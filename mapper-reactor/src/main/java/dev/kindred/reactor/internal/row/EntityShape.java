package dev.kindred.reactor.internal.row;

import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.type.SqlType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The positions of the columns of an entity in a result. Immutable and thread-safe. */
public final class EntityShape<E> {

    /** The ordinal of a part of a key that no table has. */
    static final int CONSTANT = -1;

    private final EntityModel<E> model;
    private final @Nullable Slot[] slots;
    private final int[] indexes;
    private final Class<?>[] wireTypes;
    private final int[][] keyOrdinals;
    private final int[] keys;
    private final boolean whole;
    private final int tenant;

    private EntityShape(EntityModel<E> model, int[] indexes, int[][] keyOrdinals, IntStream further) {
        this.model = model;
        this.keyOrdinals = keyOrdinals;
        this.keys = IntStream.concat(Arrays.stream(keyOrdinals).flatMapToInt(Arrays::stream), further)
                .filter(ordinal -> ordinal != CONSTANT)
                .distinct()
                .toArray();
        this.indexes = indexes;
        this.wireTypes =
                model.columns().stream().map(column -> column.type().wireType()).toArray(Class<?>[]::new);
        this.whole = Arrays.stream(indexes).noneMatch(index -> index == WireReader.ABSENT);
        this.tenant = IntStream.range(0, indexes.length)
                .filter(ordinal -> Nodes.of(model.columns().get(ordinal)).is(ColumnTrait.TENANT))
                .findFirst()
                .orElse(CONSTANT);
        this.slots = new @Nullable Slot[indexes.length];
        for (int i = 0; i < indexes.length; i++) {
            int ordinal = i;
            SqlType<?> type = model.columns().get(i).type();
            slots[i] = indexes[i] == WireReader.ABSENT
                    ? null
                    : new Slot(
                            indexes[i],
                            type.readsAsReceived(),
                            Arrays.stream(keys).anyMatch(key -> key == ordinal));
        }
    }

    /** Returns the shape of a result with {@code columns}, in their order. */
    public static <E> EntityShape<E> of(EntityModel<E> model, List<EntityColumn<E, ?>> columns) {
        return of(model, columns, 0, List.of());
    }

    /**
     * Returns the shape of a result with {@code columns}, in their order, after {@code offset} other columns.
     *
     * @param keys the columns that are also read on their own, see {@link EntityRowReader#key}
     */
    public static <E> EntityShape<E> of(
            EntityModel<E> model,
            List<EntityColumn<E, ?>> columns,
            int offset,
            List<? extends EntityColumn<?, ?>> keys) {
        int[] indexes = new int[model.columns().size()];
        Arrays.fill(indexes, WireReader.ABSENT);
        for (int i = 0; i < columns.size(); i++) {
            indexes[model.ordinal(columns.get(i))] = offset + i;
        }
        return at(
                model, indexes, keys.stream().mapToInt(model.columns()::indexOf).filter(ordinal -> ordinal >= 0));
    }

    /** Returns the shape of a result with the columns of {@code model} at the positions {@code indexes}. */
    static <E> EntityShape<E> at(EntityModel<E> model, int[] indexes) {
        return at(model, indexes, IntStream.empty());
    }

    private static <E> EntityShape<E> at(EntityModel<E> model, int[] indexes, IntStream further) {
        List<Relation<E, ?>> relations = model.relations();
        int[][] keyOrdinals = new int[relations.size()][];
        for (int i = 0; i < keyOrdinals.length; i++) {
            List<EntityColumn<E, ?>> key = relations.get(i).sourceKey();
            keyOrdinals[i] = new int[key.size()];
            for (int j = 0; j < keyOrdinals[i].length; j++) {
                keyOrdinals[i][j] = Nodes.of(key.get(j)).isConstant() ? CONSTANT : model.ordinal(key.get(j));
            }
        }
        return new EntityShape<>(model, indexes, keyOrdinals, further);
    }

    /** Returns the model of the entity. */
    public EntityModel<E> model() {
        return model;
    }

    /** Returns whether the result has all columns of the entity. */
    boolean isWhole() {
        return whole;
    }

    /** Returns the ordinal of the tenant, or {@link #CONSTANT} if the entity belongs to none. */
    int tenant() {
        return tenant;
    }

    int columnCount() {
        return slots.length;
    }

    /** Returns the column's position in the result, or null if it was not selected. */
    @Nullable
    Slot slot(int ordinal) {
        return slots[ordinal];
    }

    /** Returns the reader of the values of one result, by the ordinals of the columns. */
    WireReader wire(RowDecoding decoding) {
        return new WireReader(decoding, indexes, wireTypes);
    }

    /** Returns the ordinals of the key columns, each once. */
    int[] keys() {
        return keys;
    }

    int[] keyOrdinals(int relation) {
        return keyOrdinals[relation];
    }

    /**
     * The position of a column.
     *
     * @param index its position in the result
     * @param isReceived whether the received value needs no conversion
     * @param isKey whether it is a key column, whose value is kept for the handles and the key of the row
     */
    record Slot(int index, boolean isReceived, boolean isKey) {}
}
