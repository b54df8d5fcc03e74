package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Boolean;
import java.lang.Integer;
import java.lang.Long;
import java.lang.Object;
import java.lang.SuppressWarnings;
import java.time.Instant;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Offer}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class Offer_ extends GeneratedModel<Offer> {
    private static final Offer_ model = new Offer_();

    public static final NumberColumn<Offer, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID PRIMITIVE", null);

    public static final NumberColumn<Offer, Long> SHOP_ID = model.<Long>number("shopId", "shop_id", SqlTypes.LONG, "PRIMITIVE", null);

    public static final EntityColumn<Offer, Boolean> OPEN = model.<Boolean>plain("open", "open", SqlTypes.BOOLEAN, "PRIMITIVE", null);

    public static final NumberColumn<Offer, Integer> PRICE = model.<Integer>number("price", "price", SqlTypes.INTEGER, "PRIMITIVE", null);

    public static final ComparableColumn<Offer, Instant> DELETED_AT = model.<Instant>comparable("deletedAt", "deleted_at", SqlTypes.INSTANT, "SOFT_DELETE NULLABLE", null);

    public static final BelongsToRelation<Offer, Shop> SHOP = model.<Shop>belongsTo(model.<Shop>relation("shop", new EntityColumn<?, ?>[] {SHOP_ID})
            .scoped(Scopes.Big::new));

    /**
     * The model of {@link Offer}.
     */
    public static final EntityModel<Offer> MODEL = model.model(null, "offers", null);

    private Offer_() {
        super(Offer.class, 1);
    }

    /**
     * Starts a new {@link Offer} with its required members.
     */
    public static Draft<Offer> draft(
            long id,
            long shopId,
            boolean open,
            int price) {
        return Offer_.model.start(new Object[] {id, shopId, open, price});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Offer> copyOf(Offer entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Offer entity = (Offer) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.shopId();
            case 2: return entity.open();
            case 3: return entity.price();
            case 4: return entity.deletedAt();
            case 5: return entity.shop();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Offer(
                row.requiredLong(0),
                row.requiredLong(1),
                row.requiredBoolean(2),
                row.requiredInt(3),
                (Instant) row.nullable(4),
                (Mono<Shop>) handle(row, 5));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 5: return new EntityColumn<?, ?>[] {Shop_.ID};
            default: throw outOfRange(member);
        }
    }
}
