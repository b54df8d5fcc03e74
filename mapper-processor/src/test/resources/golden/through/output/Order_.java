package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
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

    public static final NumberColumn<Order, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID PRIMITIVE", null);

    public static final NumberColumn<Order, Long> USER_ID = model.<Long>number("userId", "user_id", SqlTypes.LONG, "PRIMITIVE", null);

    public static final NumberColumn<Order, Long> INVOICE_ID = model.<Long>number("invoiceId", "invoice_id", SqlTypes.LONG, "PRIMITIVE", null);

    public static final BelongsToRelation<Order, User> USER = model.<User>belongsTo(model.<User>relation("user", new EntityColumn<?, ?>[] {USER_ID}));

    public static final BelongsToRelation<Order, Invoice> INVOICE = model.<Invoice>belongsTo(model.<Invoice>relation("invoice", new EntityColumn<?, ?>[] {INVOICE_ID}));

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
            long id,
            long userId,
            long invoiceId) {
        return Order_.model.start(new Object[] {id, userId, invoiceId});
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
            case 0: return entity.id();
            case 1: return entity.userId();
            case 2: return entity.invoiceId();
            case 3: return entity.user();
            case 4: return entity.invoice();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Order(
                row.requiredLong(0),
                row.requiredLong(1),
                row.requiredLong(2),
                (Mono<User>) handle(row, 3),
                (Mono<Invoice>) handle(row, 4));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 3: return new EntityColumn<?, ?>[] {User_.ID};
            case 4: return new EntityColumn<?, ?>[] {Invoice_.ID};
            default: throw outOfRange(member);
        }
    }
}
