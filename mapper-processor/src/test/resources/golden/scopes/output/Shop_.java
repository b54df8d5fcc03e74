package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.SuppressWarnings;
import java.util.List;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Shop}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class Shop_ extends GeneratedModel<Shop> {
    private static final Shop_ model = new Shop_();

    public static final NumberColumn<Shop, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID GENERATED", null);

    public static final HasOneRelation<Shop, Offer> OFFER = model.<Offer>hasOne(model.<Offer>relation("offer", new EntityColumn<?, ?>[] {ID})
            .scoped(OpenOnly::new)
            .meta("label", "The offer")
            .meta("query", "a=b&\"c\""));

    public static final HasOneRelation<Shop, Offer> ANY_OFFER = model.<Offer>hasOne(model.<Offer>relation("anyOffer", new EntityColumn<?, ?>[] {ID})
            .meta("empty", ""));

    public static final HasOneRelation<Shop, Offer> CHEAP_OFFER = model.<Offer>hasOne(model.<Offer>relation("cheapOffer", new EntityColumn<?, ?>[] {ID})
            .scoped(Scopes.Cheap::new));

    public static final HasOneRelation<Shop, Offer> DEAREST_OFFER = model.<Offer>hasOne(model.<Offer>relation("dearestOffer", new EntityColumn<?, ?>[] {ID})
            .latestBy(() -> List.<EntityColumn<Offer, ?>>of(Offer_.PRICE)));

    public static final HasOneRelation<Shop, Offer> CHEAPEST_OFFER = model.<Offer>hasOne(model.<Offer>relation("cheapestOffer", new EntityColumn<?, ?>[] {ID})
            .scoped(OpenOnly::new)
            .oldestBy(() -> List.<EntityColumn<Offer, ?>>of(Offer_.PRICE, Offer_.ID))
            .meta("label", "Cheapest"));

    /**
     * The model of {@link Shop}.
     */
    public static final EntityModel<Shop> MODEL = model.model(null, "shops", null);

    private Shop_() {
        super(Shop.class, 1);
    }

    /**
     * Starts a new {@link Shop} with its required members.
     */
    public static Draft<Shop> draft() {
        return Shop_.model.start(new Object[] {});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Shop> copyOf(Shop entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Shop entity = (Shop) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.offer();
            case 2: return entity.anyOffer();
            case 3: return entity.cheapOffer();
            case 4: return entity.dearestOffer();
            case 5: return entity.cheapestOffer();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Shop(
                (Long) row.required(0),
                (Mono<Offer>) handle(row, 1),
                (Mono<Offer>) handle(row, 2),
                (Mono<Offer>) handle(row, 3),
                (Mono<Offer>) handle(row, 4),
                (Mono<Offer>) handle(row, 5));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 1: return new EntityColumn<?, ?>[] {Offer_.SHOP_ID};
            case 2: return new EntityColumn<?, ?>[] {Offer_.SHOP_ID};
            case 3: return new EntityColumn<?, ?>[] {Offer_.SHOP_ID};
            case 4: return new EntityColumn<?, ?>[] {Offer_.SHOP_ID};
            case 5: return new EntityColumn<?, ?>[] {Offer_.SHOP_ID};
            default: throw outOfRange(member);
        }
    }
}
