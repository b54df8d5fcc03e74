package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Integer;
import java.lang.Long;
import java.lang.Object;
import java.lang.SuppressWarnings;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * The columns and relations of {@link Memo.Copy}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class Memo_Copy_ extends GeneratedModel<Memo.Copy> {
    private static final Memo_Copy_ model = new Memo_Copy_();

    public static final NumberColumn<Memo.Copy, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID", null);

    public static final NumberColumn<Memo.Copy, Long> FIRST = model.<Long>number("first", "first", SqlTypes.LONG, "CREATED_BY PRIMITIVE", null);

    public static final ComparableColumn<Memo.Copy, UUID> SECOND = model.<UUID>comparable("second", "second", SqlTypes.UUID, "CREATED_BY", null);

    public static final NumberColumn<Memo.Copy, Integer> CHANGED = model.<Integer>number("changed", "changed", SqlTypes.INTEGER, "UPDATED_BY", null);

    /**
     * The model of {@link Memo.Copy}.
     */
    public static final EntityModel<Memo.Copy> MODEL = model.model(null, "copy", null);

    private Memo_Copy_() {
        super(Memo.Copy.class, 1);
    }

    /**
     * Starts a new {@link Memo.Copy} with its required members.
     */
    public static Draft<Memo.Copy> draft(
            Long id) {
        return Memo_Copy_.model.start(new Object[] {id});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Memo.Copy> copyOf(Memo.Copy entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Memo.Copy entity = (Memo.Copy) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.first();
            case 2: return entity.second();
            case 3: return entity.changed();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Memo.Copy(
                (Long) row.required(0),
                row.requiredLong(1),
                (UUID) row.required(2),
                (Integer) row.required(3));
    }
}
