package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.HasManyRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Integer;
import java.lang.Long;
import java.lang.Object;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Flux;

/**
 * The columns and relations of {@link Invoice}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class Invoice_ extends GeneratedModel<Invoice> {
    private static final Invoice_ model = new Invoice_();

    public static final NumberColumn<Invoice, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID PRIMITIVE", null);

    public static final NumberColumn<Invoice, Integer> TOTAL = model.<Integer>number("total", "total", SqlTypes.INTEGER, "PRIMITIVE", null);

    public static final HasManyRelation<Invoice, Order> ORDERS = model.<Order>hasMany(model.<Order>relation("orders", new EntityColumn<?, ?>[] {ID}));

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
            long id,
            int total) {
        return Invoice_.model.start(new Object[] {id, total});
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
            case 0: return entity.id();
            case 1: return entity.total();
            case 2: return entity.orders();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Invoice(
                row.requiredLong(0),
                row.requiredInt(1),
                (Flux<Order>) handle(row, 2));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 2: return new EntityColumn<?, ?>[] {Order_.INVOICE_ID};
            default: throw outOfRange(member);
        }
    }
}
