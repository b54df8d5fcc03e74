package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.HasOneRelation;
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
 * The columns and relations of {@link Order}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class Order_ extends GeneratedModel<Order> {
    private static final Order_ model = new Order_();

    public static final NumberColumn<Order, Integer> TENANT_ID = model.<Integer>number("tenantId", "tenant_id", SqlTypes.INTEGER, "ID PRIMITIVE", null);

    public static final NumberColumn<Order, Long> NUMBER = model.<Long>number("number", "number", SqlTypes.LONG, "ID", null);

    public static final TextColumn<Order> CODE = model.text("code", "code", SqlTypes.STRING, "", null);

    public static final HasOneRelation<Order, Invoice> INVOICE = model.<Invoice>hasOne(model.<Invoice>relation("invoice", new EntityColumn<?, ?>[] {TENANT_ID, NUMBER}));

    public static final HasOneRelation<Order, Invoice> BY_CODE = model.<Invoice>hasOne(model.<Invoice>relation("byCode", new EntityColumn<?, ?>[] {CODE}));

    /**
     * The model of {@link Order}.
     */
    public static final EntityModel<Order> MODEL = model.model(null, "orders", null);

    private Order_() {
        super(Order.class, 1);
    }

    /**
     * Starts a new {@link Order} with its required members.
     */
    public static Draft<Order> draft(
            int tenantId,
            Long number,
            String code) {
        return Order_.model.start(new Object[] {tenantId, number, code});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Order> copyOf(Order entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Order entity = (Order) object;
        switch (member) {
            case 0: return entity.tenantId();
            case 1: return entity.number();
            case 2: return entity.code();
            case 3: return entity.invoice();
            case 4: return entity.byCode();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Order(
                row.requiredInt(0),
                (Long) row.required(1),
                (String) row.required(2),
                (Mono<Invoice>) handle(row, 3),
                (Mono<Invoice>) handle(row, 4));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 3: return new EntityColumn<?, ?>[] {Invoice_.TENANT_ID, Invoice_.ORDER_NUMBER};
            case 4: return new EntityColumn<?, ?>[] {Invoice_.ORDER_CODE};
            default: throw outOfRange(member);
        }
    }
}
