package app;

import dev.kindred.model.EntityColumn;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.Relation;
import dev.kindred.model.RelationDefinition;
import dev.kindred.model.RowValues;
import dev.kindred.type.TableName;
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
@SuppressWarnings("all")
public final class Shop_ {
    /**
     * The column of {@code id}.
     */
    public static final NumberColumn<Shop, Long> ID = NumberColumn.<Shop, Long>of(ColumnDefinition.<Shop, Long>of(
            Shop.class, "id", "id", SqlTypes.LONG, Shop::id)
            .with(ColumnTrait.ID, ColumnTrait.GENERATED));

    /**
     * The relation of {@code offer}.
     */
    public static final HasOneRelation<Shop, Offer> OFFER = HasOneRelation.<Shop, Offer>of(new RelationDefinition<Shop, Offer>(
            Shop.class,
            "offer",
            () -> Offer_.MODEL,
            new RelationDefinition.RelationKeys<Shop, Offer>(List.<EntityColumn<Shop, ?>>of(ID), () -> List.<EntityColumn<Offer, ?>>of(Offer_.SHOP_ID)),
            Shop::offer)
            .scoped(OpenOnly::new)
            .meta("label", "The offer")
            .meta("query", "a=b&\"c\""));

    /**
     * The relation of {@code anyOffer}.
     */
    public static final HasOneRelation<Shop, Offer> ANY_OFFER = HasOneRelation.<Shop, Offer>of(new RelationDefinition<Shop, Offer>(
            Shop.class,
            "anyOffer",
            () -> Offer_.MODEL,
            new RelationDefinition.RelationKeys<Shop, Offer>(List.<EntityColumn<Shop, ?>>of(ID), () -> List.<EntityColumn<Offer, ?>>of(Offer_.SHOP_ID)),
            Shop::anyOffer)
            .meta("empty", ""));

    /**
     * The relation of {@code cheapOffer}.
     */
    public static final HasOneRelation<Shop, Offer> CHEAP_OFFER = HasOneRelation.<Shop, Offer>of(new RelationDefinition<Shop, Offer>(
            Shop.class,
            "cheapOffer",
            () -> Offer_.MODEL,
            new RelationDefinition.RelationKeys<Shop, Offer>(List.<EntityColumn<Shop, ?>>of(ID), () -> List.<EntityColumn<Offer, ?>>of(Offer_.SHOP_ID)),
            Shop::cheapOffer)
            .scoped(Scopes.Cheap::new));

    /**
     * The relation of {@code dearestOffer}.
     */
    public static final HasOneRelation<Shop, Offer> DEAREST_OFFER = HasOneRelation.<Shop, Offer>of(new RelationDefinition<Shop, Offer>(
            Shop.class,
            "dearestOffer",
            () -> Offer_.MODEL,
            new RelationDefinition.RelationKeys<Shop, Offer>(List.<EntityColumn<Shop, ?>>of(ID), () -> List.<EntityColumn<Offer, ?>>of(Offer_.SHOP_ID)),
            Shop::dearestOffer)
            .latestBy(() -> List.<EntityColumn<Offer, ?>>of(Offer_.PRICE)));

    /**
     * The relation of {@code cheapestOffer}.
     */
    public static final HasOneRelation<Shop, Offer> CHEAPEST_OFFER = HasOneRelation.<Shop, Offer>of(new RelationDefinition<Shop, Offer>(
            Shop.class,
            "cheapestOffer",
            () -> Offer_.MODEL,
            new RelationDefinition.RelationKeys<Shop, Offer>(List.<EntityColumn<Shop, ?>>of(ID), () -> List.<EntityColumn<Offer, ?>>of(Offer_.SHOP_ID)),
            Shop::cheapestOffer)
            .scoped(OpenOnly::new)
            .oldestBy(() -> List.<EntityColumn<Offer, ?>>of(Offer_.PRICE, Offer_.ID))
            .meta("label", "Cheapest"));

    /**
     * What the mapper knows of {@link Shop}.
     */
    public static final EntityModel<Shop> MODEL = EntityModel.<Shop>of(
            Shop.class,
            TableName.of("shops"),
            List.<EntityColumn<Shop, ?>>of(ID),
            List.<Relation<Shop, ?>>of(OFFER, ANY_OFFER, CHEAP_OFFER, DEAREST_OFFER, CHEAPEST_OFFER),
            Shop_::instantiate);

    private Shop_() {
    }

    /**
     * Starts a new {@link Shop} with the members that it must have.
     */
    public static Draft<Shop> draft() {
        return Draft.<Shop>of(Shop_.MODEL, new Object[] {});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Shop> with(Shop entity) {
        return Draft.<Shop>with(MODEL, entity);
    }

    private static Shop instantiate(RowValues<Shop> row) {
        return new Shop(
                row.<Long>required(0, ID),
                row.<Mono<Offer>>handle(0, OFFER),
                row.<Mono<Offer>>handle(1, ANY_OFFER),
                row.<Mono<Offer>>handle(2, CHEAP_OFFER),
                row.<Mono<Offer>>handle(3, DEAREST_OFFER),
                row.<Mono<Offer>>handle(4, CHEAPEST_OFFER));
    }
}
