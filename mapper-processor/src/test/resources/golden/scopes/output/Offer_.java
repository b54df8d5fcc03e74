package app;

import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.Relation;
import dev.kindred.model.RelationDefinition;
import dev.kindred.model.RowValues;
import dev.kindred.type.TableName;
import dev.kindred.type.SqlTypes;
import java.lang.Boolean;
import java.lang.Integer;
import java.lang.Long;
import java.lang.Object;
import java.lang.SuppressWarnings;
import java.time.Instant;
import java.util.List;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Offer}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class Offer_ {
    /**
     * The column of {@code id}.
     */
    public static final NumberColumn<Offer, Long> ID = NumberColumn.<Offer, Long>of(ColumnDefinition.<Offer, Long>of(
            Offer.class, "id", "id", SqlTypes.LONG, Offer::id)
            .with(ColumnTrait.ID)
            .primitive(0L));

    /**
     * The column of {@code shopId}.
     */
    public static final NumberColumn<Offer, Long> SHOP_ID = NumberColumn.<Offer, Long>of(ColumnDefinition.<Offer, Long>of(
            Offer.class, "shopId", "shop_id", SqlTypes.LONG, Offer::shopId)
            .primitive(0L));

    /**
     * The column of {@code open}.
     */
    public static final EntityColumn<Offer, Boolean> OPEN = ColumnDefinition.<Offer, Boolean>of(
            Offer.class, "open", "open", SqlTypes.BOOLEAN, Offer::open)
            .primitive(false)
            .column();

    /**
     * The column of {@code price}.
     */
    public static final NumberColumn<Offer, Integer> PRICE = NumberColumn.<Offer, Integer>of(ColumnDefinition.<Offer, Integer>of(
            Offer.class, "price", "price", SqlTypes.INTEGER, Offer::price)
            .primitive(0));

    /**
     * The column of {@code deletedAt}.
     */
    public static final ComparableColumn<Offer, Instant> DELETED_AT = ComparableColumn.<Offer, Instant>of(ColumnDefinition.<Offer, Instant>of(
            Offer.class, "deletedAt", "deleted_at", SqlTypes.INSTANT, Offer::deletedAt)
            .with(ColumnTrait.SOFT_DELETE, ColumnTrait.NULLABLE));

    /**
     * The relation of {@code shop}.
     */
    public static final BelongsToRelation<Offer, Shop> SHOP = BelongsToRelation.<Offer, Shop>of(new RelationDefinition<Offer, Shop>(
            Offer.class,
            "shop",
            () -> Shop_.MODEL,
            new RelationDefinition.RelationKeys<Offer, Shop>(List.<EntityColumn<Offer, ?>>of(SHOP_ID), () -> List.<EntityColumn<Shop, ?>>of(Shop_.ID)),
            Offer::shop)
            .scoped(Scopes.Big::new));

    /**
     * What the mapper knows of {@link Offer}.
     */
    public static final EntityModel<Offer> MODEL = EntityModel.<Offer>of(
            Offer.class,
            TableName.of("offers"),
            List.<EntityColumn<Offer, ?>>of(ID, SHOP_ID, OPEN, PRICE, DELETED_AT),
            List.<Relation<Offer, ?>>of(SHOP),
            Offer_::instantiate);

    private Offer_() {
    }

    /**
     * Starts a new {@link Offer} with the members that it must have.
     */
    public static Draft<Offer> draft(long id, long shopId, boolean open, int price) {
        return Draft.<Offer>of(Offer_.MODEL, new Object[] {id, shopId, open, price});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Offer> with(Offer entity) {
        return Draft.<Offer>with(MODEL, entity);
    }

    private static Offer instantiate(RowValues<Offer> row) {
        return new Offer(
                row.<Long>required(0, ID),
                row.<Long>required(1, SHOP_ID),
                row.<Boolean>required(2, OPEN),
                row.<Integer>required(3, PRICE),
                row.<Instant>nullable(4, DELETED_AT),
                row.<Mono<Shop>>handle(0, SHOP));
    }
}
