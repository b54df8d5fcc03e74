package dev.kindred.reactor.internal.row;

import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.type.SqlType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the columns of an entity stand in a result. Immutable and thread-safe. */
public final class EntityShape<E> {

    private static final int ABSENT = -1;

    private final EntityModel<E> model;
    private final @Nullable Slot[] slots;
    private final int[][] keyOrdinals;
    private final int[] keys;
    private final boolean whole;

    private EntityShape(EntityModel<E> model, int[] indexes, int[][] keyOrdinals) {
        this.model = model;
        this.keyOrdinals = keyOrdinals;
        this.keys = Arrays.stream(keyOrdinals)
                .flatMapToInt(Arrays::stream)
                .distinct()
                .toArray();
        this.whole = Arrays.stream(indexes).noneMatch(index -> index == ABSENT);
        this.slots = new @Nullable Slot[indexes.length];
        for (int i = 0; i < indexes.length; i++) {
            int ordinal = i;
            SqlType<?> type = model.columns().get(i).type();
            slots[i] = indexes[i] == ABSENT
                    ? null
                    : new Slot(
                            indexes[i],
                            type.wireType(),
                            type.readsAsReceived(),
                            NumberReader.concerns(type.wireType()),
                            Arrays.stream(keys).anyMatch(key -> key == ordinal));
        }
    }

    /** Returns the shape of a result that has {@code columns}, in their order. */
    public static <E> EntityShape<E> of(EntityModel<E> model, List<EntityColumn<E, ?>> columns) {
        return of(model, columns, 0);
    }

    /** Returns the shape of a result that has {@code columns}, in their order, behind {@code offset} others. */
    public static <E> EntityShape<E> of(EntityModel<E> model, List<EntityColumn<E, ?>> columns, int offset) {
        int[] indexes = new int[model.columns().size()];
        Arrays.fill(indexes, ABSENT);
        for (int i = 0; i < columns.size(); i++) {
            indexes[model.ordinal(columns.get(i))] = offset + i;
        }
        return at(model, indexes);
    }

    /** Returns the shape of a result that has each column of {@code model} at the position in {@code indexes}. */
    static <E> EntityShape<E> at(EntityModel<E> model, int[] indexes) {
        List<Relation<E, ?>> relations = model.relations();
        int[][] keyOrdinals = new int[relations.size()][];
        for (int i = 0; i < keyOrdinals.length; i++) {
            List<EntityColumn<E, ?>> key = relations.get(i).sourceKey();
            keyOrdinals[i] = new int[key.size()];
            for (int j = 0; j < keyOrdinals[i].length; j++) {
                keyOrdinals[i][j] = model.ordinal(key.get(j));
            }
        }
        return new EntityShape<>(model, indexes, keyOrdinals);
    }

    /** Returns the model of the entity. */
    public EntityModel<E> model() {
        return model;
    }

    /** Tells whether the result has all columns of the entity. */
    boolean isWhole() {
        return whole;
    }

    int columnCount() {
        return slots.length;
    }

    /** Returns where a column stands, or null when the result has it not. */
    @Nullable
    Slot slot(int ordinal) {
        return slots[ordinal];
    }

    /** Returns the ordinals of the columns that relations go by, each once. */
    int[] keys() {
        return keys;
    }

    int[] keyOrdinals(int relation) {
        return keyOrdinals[relation];
    }

    /**
     * Where a column stands.
     *
     * @param index its position in the result
     * @param wireType the class of the values that the driver gives
     * @param isReceived whether what the driver gives is the value
     * @param isNumber whether the driver may give a number that was cut
     * @param isKey whether a relation goes by it
     */
    record Slot(int index, Class<?> wireType, boolean isReceived, boolean isNumber, boolean isKey) {}
}
