package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Integer;
import java.lang.Long;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Invoice}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class Invoice_ extends GeneratedModel<Invoice> {
    private static final Invoice_ model = new Invoice_();

    public static final NumberColumn<Invoice, Long> TENANT_ID = model.<Long>number("tenantId", "tenant_id", SqlTypes.LONG, "ID PRIMITIVE", null);

    public static final NumberColumn<Invoice, Long> INVOICE_NUMBER = model.<Long>number("invoiceNumber", "invoice_number", SqlTypes.LONG, "ID PRIMITIVE", null);

    public static final NumberColumn<Invoice, Integer> ORDER_NUMBER = model.<Integer>number("orderNumber", "order_number", SqlTypes.INTEGER, "NULLABLE", null);

    public static final TextColumn<Invoice> ORDER_CODE = model.text("orderCode", "order_code", SqlTypes.STRING, "NULLABLE", null);

    public static final BelongsToRelation<Invoice, Order> ORDER = model.<Order>belongsTo(model.<Order>relation("order", new EntityColumn<?, ?>[] {TENANT_ID, ORDER_NUMBER}));

    public static final BelongsToRelation<Invoice, Order> NAMED = model.<Order>belongsTo(model.<Order>relation("named", new EntityColumn<?, ?>[] {TENANT_ID, ORDER_NUMBER}));

    /**
     * The model of {@link Invoice}.
     */
    public static final EntityModel<Invoice> MODEL = model.model(null, "invoices", null);

    private Invoice_() {
        super(Invoice.class, 1);
    }

    /**
     * Starts a new {@link Invoice} with its required members.
     */
    public static Draft<Invoice> draft(
            long tenantId,
            long invoiceNumber) {
        return Invoice_.model.start(new Object[] {tenantId, invoiceNumber});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Invoice> copyOf(Invoice entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Invoice entity = (Invoice) object;
        switch (member) {
            case 0: return entity.tenantId();
            case 1: return entity.invoiceNumber();
            case 2: return entity.orderNumber();
            case 3: return entity.orderCode();
            case 4: return entity.order();
            case 5: return entity.named();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Invoice(
                row.requiredLong(0),
                row.requiredLong(1),
                (Integer) row.nullable(2),
                (String) row.nullable(3),
                (Mono<Order>) handle(row, 4),
                (Mono<Order>) handle(row, 5));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 4: return new EntityColumn<?, ?>[] {Order_.TENANT_ID, Order_.NUMBER};
            case 5: return new EntityColumn<?, ?>[] {Order_.TENANT_ID, Order_.NUMBER};
            default: throw outOfRange(member);
        }
    }
}
