package dev.kindred.reactor.internal.row;

import dev.kindred.error.MappingException;
import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.RowValues;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.util.Faults;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.row.EntityShape.Slot;
import dev.kindred.type.WireContext;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds the entities of one result. It serves as the {@link RowValues} of each row in turn, so that a row needs no
 * further object besides the entity and its handles.
 */
public final class EntityRowReader<E> implements RowReader<E>, RowValues {

    /**
     * Marks a null that was read. A null in {@link #values} means "not read yet". Only key values of relations are
     * stored there.
     */
    private static final Object NULL = new Object();

    private static final Set<String> JSON_TYPES = Set.of("json", "jsonb");

    private final EntityShape<E> shape;
    private final WireContext context;
    private final WireReader wire;
    private final HandleSource<E> handles;
    private final List<EntityColumn<E, ?>> columns;
    private final List<Relation<E, ?>> relations;
    private final int[] keys;
    private final @Nullable Object[] values;
    private @Nullable Readable row;

    /** Creates a reader of results with {@code shape}. */
    public EntityRowReader(EntityShape<E> shape, RowDecoding decoding, HandleSource<E> handles) {
        this.shape = shape;
        this.context = decoding.context();
        this.wire = shape.wire(decoding);
        this.handles = handles;
        this.columns = shape.model().columns();
        this.relations = shape.model().relations();
        this.keys = shape.keys();
        this.values = new @Nullable Object[shape.columnCount()];
    }

    @Override
    public E read(Readable next) {
        begin(next);
        return readBegun();
    }

    /** Returns the value of the key column at {@code ordinal} in the row that was begun. */
    public @Nullable Object key(int ordinal) {
        return value(ordinal);
    }

    /** Begins {@code next}. Its key columns can be read before the entity. */
    public void begin(Readable next) {
        row = next;
        wire.begin(next);
        for (int key : keys) {
            values[key] = null;
        }
    }

    /** Returns the entity of the row that was begun. */
    public E readBegun() {
        if (shape.tenant() != EntityShape.CONSTANT) {
            handles.ofTenant(nullable(shape.tenant()));
        }
        handles.nextEntity();
        try {
            E entity = Nodes.of(shape.model()).instantiator().instantiate(this);
            if (shape.isWhole()) {
                handles.builtWhole(entity);
            }
            return entity;
        } catch (MappingException e) {
            throw e;
        } catch (RuntimeException e) {
            // The message of a constructor's exception may contain the value.
            throw new MappingException("Cannot build the " + shape.model().name() + " of a row of "
                    + Nodes.of(shape.model()).table()
                    + ": its constructor threw "
                    + Faults.of(e, shape.model().type())
                    + ". Correct the row, or change the entity to accept it.");
        }
    }

    @Override
    public @Nullable Object required(int ordinal) {
        @Nullable Slot slot = shape.slot(ordinal);
        @Nullable Object value = slot == null ? absent(ordinal) : valueOf(ordinal, slot);
        if (value == null && slot != null) {
            EntityColumn<E, ?> column = columns.get(ordinal);
            throw new MappingException("The column " + place(column) + " is null" + jsonNull(column) + ", but " + column
                    + " is not nullable. Mark the member @Nullable, or the column NOT NULL.");
        }
        return value;
    }

    @Override
    public @Nullable Object nullable(int ordinal) {
        @Nullable Slot slot = shape.slot(ordinal);
        return slot == null ? absent(ordinal) : valueOf(ordinal, slot);
    }

    @Override
    public boolean requiredBoolean(int ordinal) {
        return isPlain(ordinal) ? wire.readBoolean(ordinal) : RowValues.super.requiredBoolean(ordinal);
    }

    @Override
    public short requiredShort(int ordinal) {
        return isPlain(ordinal) ? wire.readShort(ordinal) : RowValues.super.requiredShort(ordinal);
    }

    @Override
    public int requiredInt(int ordinal) {
        return isPlain(ordinal) ? wire.readInt(ordinal) : RowValues.super.requiredInt(ordinal);
    }

    @Override
    public long requiredLong(int ordinal) {
        return isPlain(ordinal) ? wire.readLong(ordinal) : RowValues.super.requiredLong(ordinal);
    }

    @Override
    public float requiredFloat(int ordinal) {
        return isPlain(ordinal) ? wire.readFloat(ordinal) : RowValues.super.requiredFloat(ordinal);
    }

    @Override
    public double requiredDouble(int ordinal) {
        return isPlain(ordinal) ? wire.readDouble(ordinal) : RowValues.super.requiredDouble(ordinal);
    }

    /** The value of a key is read once with a box, which is the key of its handles. */
    private boolean isPlain(int ordinal) {
        @Nullable Slot slot = shape.slot(ordinal);
        return slot != null && slot.isReceived() && !slot.isKey() && wire.isPlain(ordinal);
    }

    private @Nullable Object absent(int ordinal) {
        return Nodes.of(columns.get(ordinal)).absent();
    }

    /** The handles read the key values of relations again. */
    private @Nullable Object valueOf(int ordinal, Slot slot) {
        return slot.isKey() ? value(ordinal) : decode(ordinal, slot);
    }

    @Override
    public @Nullable Object handle(int ordinal) {
        Relation<E, ?> relation = relations.get(ordinal);
        int[] key = shape.keyOrdinals(ordinal);
        for (int part : key) {
            if (part != EntityShape.CONSTANT && shape.slot(part) == null) {
                return handles.handleWithoutKey(relation, columns.get(part));
            }
        }
        return handles.handle(ordinal, relation, key.length == 1 ? value(key[0]) : values(relation, key));
    }

    private @Nullable Object values(Relation<E, ?> relation, int[] ordinals) {
        List<Object> parts = new ArrayList<>(ordinals.length);
        for (int i = 0; i < ordinals.length; i++) {
            ColumnDefinition<E, ?> column = Nodes.of(relation.sourceKey().get(i));
            @Nullable
            Object part = ordinals[i] == EntityShape.CONSTANT
                    ? column.reference().constant()
                    : column.keyPart(value(ordinals[i]));
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return parts;
    }

    private @Nullable Object value(int ordinal) {
        @Nullable Object known = values[ordinal];
        @Nullable Slot slot = shape.slot(ordinal);
        if (known == null && slot != null) {
            known = decode(ordinal, slot);
            values[ordinal] = known == null ? NULL : known;
        }
        return known == NULL ? null : known;
    }

    private @Nullable Object decode(int ordinal, Slot slot) {
        try {
            @Nullable Object received = wire.read(current(), ordinal);
            return received == null || slot.isReceived()
                    ? received
                    : columns.get(ordinal).type().fromWire(received, context);
        } catch (MappingException e) {
            throw e;
        } catch (RuntimeException e) {
            EntityColumn<E, ?> column = columns.get(ordinal);
            throw new MappingException("Cannot read the column " + place(column)
                    + ResultColumns.ofType(current(), slot.index()) + " into " + column + " of type "
                    + column.type().javaType().getSimpleName() + ": " + Reasons.of(e) + ".");
        }
    }

    private static String jsonNull(EntityColumn<?, ?> column) {
        return JSON_TYPES.contains(column.type().name().name()) ? " or a JSON null" : "";
    }

    private String place(EntityColumn<E, ?> column) {
        return Nodes.of(shape.model()).table() + "." + Nodes.of(column).name().column();
    }

    private Readable current() {
        Readable current = row;
        if (current == null) {
            throw new IllegalStateException("No row is being read");
        }
        return current;
    }
}
