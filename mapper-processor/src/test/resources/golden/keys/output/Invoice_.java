package app;

import dev.kindred.model.BelongsTo;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.EntityModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.RelationDefinition;
import dev.kindred.model.RowValues;
import dev.kindred.model.TextColumn;
import dev.kindred.sql.TableName;
import dev.kindred.type.SqlTypes;
import java.lang.Integer;
import java.lang.Long;
import java.lang.SuppressWarnings;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The columns and relations of {@link Invoice}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class Invoice_ {
    /**
     * The column of {@code tenantId}.
     */
    public static final NumberColumn<Invoice, Long> TENANT_ID = NumberColumn.of(ColumnDefinition.of(
            Invoice.class, "tenantId", "tenant_id", SqlTypes.LONG, Invoice::tenantId)
            .with(ColumnTrait.ID)
            .primitive(0L));

    /**
     * The column of {@code invoiceNumber}.
     */
    public static final NumberColumn<Invoice, Long> INVOICE_NUMBER = NumberColumn.of(ColumnDefinition.of(
            Invoice.class, "invoiceNumber", "invoice_number", SqlTypes.LONG, Invoice::invoiceNumber)
            .with(ColumnTrait.ID)
            .primitive(0L));

    /**
     * The column of {@code orderNumber}.
     */
    public static final NumberColumn<Invoice, Integer> ORDER_NUMBER = NumberColumn.of(ColumnDefinition.of(
            Invoice.class, "orderNumber", "order_number", SqlTypes.INTEGER, Invoice::orderNumber)
            .with(ColumnTrait.NULLABLE));

    /**
     * The column of {@code orderCode}.
     */
    public static final TextColumn<Invoice> ORDER_CODE = TextColumn.of(ColumnDefinition.of(
            Invoice.class, "orderCode", "order_code", SqlTypes.STRING, Invoice::orderCode)
            .with(ColumnTrait.NULLABLE));

    /**
     * The relation of {@code order}.
     */
    public static final BelongsTo<Invoice, Order> ORDER = BelongsTo.of(new RelationDefinition<>(
            Invoice.class,
            "order",
            () -> Order_.MODEL,
            new RelationDefinition.RelationKeys<>(List.of(TENANT_ID, ORDER_NUMBER), () -> List.of(Order_.TENANT_ID, Order_.NUMBER)),
            Invoice::order));

    /**
     * The relation of {@code named}.
     */
    public static final BelongsTo<Invoice, Order> NAMED = BelongsTo.of(new RelationDefinition<>(
            Invoice.class,
            "named",
            () -> Order_.MODEL,
            new RelationDefinition.RelationKeys<>(List.of(TENANT_ID, ORDER_NUMBER), () -> List.of(Order_.TENANT_ID, Order_.NUMBER)),
            Invoice::named));

    /**
     * What the mapper knows of {@link Invoice}.
     */
    public static final EntityModel<Invoice> MODEL = EntityModel.of(
            Invoice.class,
            TableName.of("invoices"),
            List.of(TENANT_ID, INVOICE_NUMBER, ORDER_NUMBER, ORDER_CODE),
            List.of(ORDER, NAMED),
            Invoice_::instantiate);

    private Invoice_() {
    }

    private static Invoice instantiate(RowValues<Invoice> row) {
        return new Invoice(
                row.required(0, TENANT_ID),
                row.required(1, INVOICE_NUMBER),
                row.nullable(2, ORDER_NUMBER),
                row.nullable(3, ORDER_CODE),
                row.handle(0, ORDER),
                row.handle(1, NAMED));
    }
}
