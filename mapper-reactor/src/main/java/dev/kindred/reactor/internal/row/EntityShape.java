package dev.kindred.reactor.internal.row;

import dev.kindred.model.Column;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.type.SqlType;
import java.util.Arrays;
import java.util.List;

/** Where the columns of an entity stand in a result. Immutable and thread-safe. */
public final class EntityShape<E> {

    private static final int ABSENT = -1;

    private final EntityModel<E> model;
    private final int[] indexes;
    private final int[][] keyOrdinals;
    private final Class<?>[] wireTypes;
    private final boolean[] received;

    private EntityShape(EntityModel<E> model, int[] indexes, int[][] keyOrdinals) {
        this.model = model;
        this.indexes = indexes;
        this.keyOrdinals = keyOrdinals;
        this.wireTypes = new Class<?>[indexes.length];
        this.received = new boolean[indexes.length];
        for (int i = 0; i < indexes.length; i++) {
            SqlType<?> type = model.columns().get(i).type();
            wireTypes[i] = type.wireType();
            received[i] = type.readsAsReceived();
        }
    }

    /** Returns the shape of a result that has {@code columns}, in their order. */
    public static <E> EntityShape<E> of(EntityModel<E> model, List<Column<E, ?>> columns) {
        return of(model, columns, 0);
    }

    /** Returns the shape of a result that has {@code columns}, in their order, behind {@code offset} others. */
    public static <E> EntityShape<E> of(EntityModel<E> model, List<Column<E, ?>> columns, int offset) {
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
            List<Column<E, ?>> key = relations.get(i).sourceKey();
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

    int columnCount() {
        return indexes.length;
    }

    boolean isAbsent(int ordinal) {
        return indexes[ordinal] == ABSENT;
    }

    int index(int ordinal) {
        return indexes[ordinal];
    }

    /** Returns the class of the values that the driver gives. */
    Class<?> wireType(int ordinal) {
        return wireTypes[ordinal];
    }

    /** Tells whether what the driver gives is the value. */
    boolean isReceived(int ordinal) {
        return received[ordinal];
    }

    int[] keyOrdinals(int relation) {
        return keyOrdinals[relation];
    }
}
