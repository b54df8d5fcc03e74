package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;

/**
 * The columns and relations of {@link Shelf.Place}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class Shelf_Place_ extends GeneratedModel<Shelf.Place> {
    private static final Shelf_Place_ model = new Shelf_Place_();

    public static final NumberColumn<Shelf.Place, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID", null);

    public static final NumberColumn<Shelf.Place, Long> PARCEL_ID = model.<Long>number("parcelId", "parcel_id", SqlTypes.LONG, "", null);

    public static final EntityColumn<Shelf.Place, Shelf.Side> SIDE = model.<Shelf.Side>plain("side", "side", SqlTypes.<Shelf.Side>enumAsText(Shelf.Side.class), "", null);

    /**
     * The model of {@link Shelf.Place}.
     */
    public static final EntityModel<Shelf.Place> MODEL = model.model(null, "place", null);

    private Shelf_Place_() {
        super(Shelf.Place.class, 1);
    }

    /**
     * Starts a new {@link Shelf.Place} with its required members.
     */
    public static Draft<Shelf.Place> draft(
            Long id,
            Long parcelId,
            Shelf.Side side) {
        return Shelf_Place_.model.start(new Object[] {id, parcelId, side});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Shelf.Place> copyOf(Shelf.Place entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Shelf.Place entity = (Shelf.Place) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.parcelId();
            case 2: return entity.side();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Shelf.Place(
                (Long) row.required(0),
                (Long) row.required(1),
                (Shelf.Side) row.required(2));
    }
}
