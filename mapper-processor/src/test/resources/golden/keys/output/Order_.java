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
import dev.kindred.model.TextColumn;
import dev.kindred.type.TableName;
import dev.kindred.type.SqlTypes;
import java.lang.Integer;
import java.lang.Long;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.List;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Order}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class Order_ {
    /**
     * The column of {@code tenantId}.
     */
    public static final NumberColumn<Order, Integer> TENANT_ID = NumberColumn.<Order, Integer>of(ColumnDefinition.<Order, Integer>of(
            Order.class, "tenantId", "tenant_id", SqlTypes.INTEGER, Order::tenantId)
            .with(ColumnTrait.ID)
            .primitive(0));

    /**
     * The column of {@code number}.
     */
    public static final NumberColumn<Order, Long> NUMBER = NumberColumn.<Order, Long>of(ColumnDefinition.<Order, Long>of(
            Order.class, "number", "number", SqlTypes.LONG, Order::number)
            .with(ColumnTrait.ID));

    /**
     * The column of {@code code}.
     */
    public static final TextColumn<Order> CODE = TextColumn.<Order>of(ColumnDefinition.<Order, String>of(
            Order.class, "code", "code", SqlTypes.STRING, Order::code));

    /**
     * The relation of {@code invoice}.
     */
    public static final HasOneRelation<Order, Invoice> INVOICE = HasOneRelation.<Order, Invoice>of(new RelationDefinition<Order, Invoice>(
            Order.class,
            "invoice",
            () -> Invoice_.MODEL,
            new RelationDefinition.RelationKeys<Order, Invoice>(List.<EntityColumn<Order, ?>>of(TENANT_ID, NUMBER), () -> List.<EntityColumn<Invoice, ?>>of(Invoice_.TENANT_ID, Invoice_.ORDER_NUMBER)),
            Order::invoice));

    /**
     * The relation of {@code byCode}.
     */
    public static final HasOneRelation<Order, Invoice> BY_CODE = HasOneRelation.<Order, Invoice>of(new RelationDefinition<Order, Invoice>(
            Order.class,
            "byCode",
            () -> Invoice_.MODEL,
            new RelationDefinition.RelationKeys<Order, Invoice>(List.<EntityColumn<Order, ?>>of(CODE), () -> List.<EntityColumn<Invoice, ?>>of(Invoice_.ORDER_CODE)),
            Order::byCode));

    /**
     * What the mapper knows of {@link Order}.
     */
    public static final EntityModel<Order> MODEL = EntityModel.<Order>of(
            Order.class,
            TableName.of("orders"),
            List.<EntityColumn<Order, ?>>of(TENANT_ID, NUMBER, CODE),
            List.<Relation<Order, ?>>of(INVOICE, BY_CODE),
            Order_::instantiate);

    private Order_() {
    }

    /**
     * Starts a new {@link Order} with the members that it must have.
     */
    public static Draft<Order> draft(int tenantId, Long number, String code) {
        return Draft.<Order>of(Order_.MODEL, new Object[] {tenantId, number, code});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Order> with(Order entity) {
        return Draft.<Order>with(MODEL, entity);
    }

    private static Order instantiate(RowValues<Order> row) {
        return new Order(
                row.<Integer>required(0, TENANT_ID),
                row.<Long>required(1, NUMBER),
                row.<String>required(2, CODE),
                row.<Mono<Invoice>>handle(0, INVOICE),
                row.<Mono<Invoice>>handle(1, BY_CODE));
    }
}
