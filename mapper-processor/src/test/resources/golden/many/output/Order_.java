package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.ComparableColumn;
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
import java.time.Instant;
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

    public static final NumberColumn<Order, Long> USER_ID = model.<Long>number("userId", "user_id", SqlTypes.LONG, "NULLABLE", null);

    public static final TextColumn<Order> NUMBER = model.text("number", "order_number", SqlTypes.STRING, "", null);

    public static final NumberColumn<Order, Integer> TOTAL = model.<Integer>number("total", "total", SqlTypes.INTEGER, "PRIMITIVE", null);

    public static final TextColumn<Order> BUYER_EMAIL = model.text("buyerEmail", "buyer_email", SqlTypes.STRING, "NULLABLE", null);

    public static final ComparableColumn<Order, Instant> PLACED_AT = model.<Instant>comparable("placedAt", "placed_at", SqlTypes.INSTANT, "", null);

    public static final BelongsToRelation<Order, User> USER = model.<User>belongsTo(model.<User>relation("user", new EntityColumn<?, ?>[] {USER_ID}));

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
            String number,
            int total,
            Instant placedAt) {
        return Order_.model.start(new Object[] {id, number, total, placedAt});
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
            case 2: return entity.number();
            case 3: return entity.total();
            case 4: return entity.buyerEmail();
            case 5: return entity.placedAt();
            case 6: return entity.user();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Order(
                row.requiredLong(0),
                (Long) row.nullable(1),
                (String) row.required(2),
                row.requiredInt(3),
                (String) row.nullable(4),
                (Instant) row.required(5),
                (Mono<User>) handle(row, 6));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 6: return new EntityColumn<?, ?>[] {User_.ID};
            default: throw outOfRange(member);
        }
    }
}
