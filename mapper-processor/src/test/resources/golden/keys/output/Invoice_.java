package app;

import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityModel;
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
 * The columns and relations of {@link Invoice}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class Invoice_ {
    /**
     * The column of {@code tenantId}.
     */
    public static final NumberColumn<Invoice, Long> TENANT_ID = NumberColumn.<Invoice, Long>of(ColumnDefinition.<Invoice, Long>of(
            Invoice.class, "tenantId", "tenant_id", SqlTypes.LONG, Invoice::tenantId)
            .with(ColumnTrait.ID)
            .primitive(0L));

    /**
     * The column of {@code invoiceNumber}.
     */
    public static final NumberColumn<Invoice, Long> INVOICE_NUMBER = NumberColumn.<Invoice, Long>of(ColumnDefinition.<Invoice, Long>of(
            Invoice.class, "invoiceNumber", "invoice_number", SqlTypes.LONG, Invoice::invoiceNumber)
            .with(ColumnTrait.ID)
            .primitive(0L));

    /**
     * The column of {@code orderNumber}.
     */
    public static final NumberColumn<Invoice, Integer> ORDER_NUMBER = NumberColumn.<Invoice, Integer>of(ColumnDefinition.<Invoice, Integer>of(
            Invoice.class, "orderNumber", "order_number", SqlTypes.INTEGER, Invoice::orderNumber)
            .with(ColumnTrait.NULLABLE));

    /**
     * The column of {@code orderCode}.
     */
    public static final TextColumn<Invoice> ORDER_CODE = TextColumn.<Invoice>of(ColumnDefinition.<Invoice, String>of(
            Invoice.class, "orderCode", "order_code", SqlTypes.STRING, Invoice::orderCode)
            .with(ColumnTrait.NULLABLE));

    /**
     * The relation of {@code order}.
     */
    public static final BelongsToRelation<Invoice, Order> ORDER = BelongsToRelation.<Invoice, Order>of(new RelationDefinition<Invoice, Order>(
            Invoice.class,
            "order",
            () -> Order_.MODEL,
            new RelationDefinition.RelationKeys<Invoice, Order>(List.<EntityColumn<Invoice, ?>>of(TENANT_ID, ORDER_NUMBER), () -> List.<EntityColumn<Order, ?>>of(Order_.TENANT_ID, Order_.NUMBER)),
            Invoice::order));

    /**
     * The relation of {@code named}.
     */
    public static final BelongsToRelation<Invoice, Order> NAMED = BelongsToRelation.<Invoice, Order>of(new RelationDefinition<Invoice, Order>(
            Invoice.class,
            "named",
            () -> Order_.MODEL,
            new RelationDefinition.RelationKeys<Invoice, Order>(List.<EntityColumn<Invoice, ?>>of(TENANT_ID, ORDER_NUMBER), () -> List.<EntityColumn<Order, ?>>of(Order_.TENANT_ID, Order_.NUMBER)),
            Invoice::named));

    /**
     * What the mapper knows of {@link Invoice}.
     */
    public static final EntityModel<Invoice> MODEL = EntityModel.<Invoice>of(
            Invoice.class,
            TableName.of("invoices"),
            List.<EntityColumn<Invoice, ?>>of(TENANT_ID, INVOICE_NUMBER, ORDER_NUMBER, ORDER_CODE),
            List.<Relation<Invoice, ?>>of(ORDER, NAMED),
            Invoice_::instantiate);

    private Invoice_() {
    }

    /**
     * Starts a new {@link Invoice} with the members that it must have.
     */
    public static Draft<Invoice> draft(long tenantId, long invoiceNumber) {
        return Draft.<Invoice>of(Invoice_.MODEL, new Object[] {tenantId, invoiceNumber});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Invoice> with(Invoice entity) {
        return Draft.<Invoice>with(MODEL, entity);
    }

    private static Invoice instantiate(RowValues<Invoice> row) {
        return new Invoice(
                row.<Long>required(0, TENANT_ID),
                row.<Long>required(1, INVOICE_NUMBER),
                row.<Integer>nullable(2, ORDER_NUMBER),
                row.<String>nullable(3, ORDER_CODE),
                row.<Mono<Order>>handle(0, ORDER),
                row.<Mono<Order>>handle(1, NAMED));
    }
}
