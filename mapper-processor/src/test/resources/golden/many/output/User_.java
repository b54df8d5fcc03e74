package app;

import dev.kindred.annotation.OnDelete;
import dev.kindred.internal.model.RowValues;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.HasManyRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.SortOrder;
import dev.kindred.model.TextColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.List;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Flux;

/**
 * The columns and relations of {@link User}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class User_ extends GeneratedModel<User> {
    private static final User_ model = new User_();

    public static final NumberColumn<User, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID GENERATED NULLABLE", null);

    public static final TextColumn<User> EMAIL = model.text("email", "email", SqlTypes.STRING, "", null);

    public static final HasManyRelation<User, Order> ORDERS = model.<Order>hasMany(model.<Order>relation("orders", new EntityColumn<?, ?>[] {ID})
            .orderBy(() -> List.<SortOrder<Order>>of(Order_.PLACED_AT.desc(), Order_.NUMBER.asc()))
            .meta("label", "Orders")
            .onDelete(OnDelete.CASCADE));

    public static final HasManyRelation<User, Order> GIFTS = model.<Order>hasMany(model.<Order>relation("gifts", new EntityColumn<?, ?>[] {EMAIL})
            .orderBy(() -> List.<SortOrder<Order>>of(Order_.TOTAL.asc())));

    public static final HasManyRelation<User, Order> PAID = model.<Order>hasMany(model.<Order>relation("paid", new EntityColumn<?, ?>[] {ID})
            .scoped(PaidOrders::new));

    /**
     * The model of {@link User}.
     */
    public static final EntityModel<User> MODEL = model.model(null, "users", null);

    private User_() {
        super(User.class, 1);
    }

    /**
     * Starts a new {@link User} with its required members.
     */
    public static Draft<User> draft(
            String email) {
        return User_.model.start(new Object[] {email});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<User> copyOf(User entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        User entity = (User) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.email();
            case 2: return entity.orders();
            case 3: return entity.gifts();
            case 4: return entity.paid();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new User(
                (Long) row.nullable(0),
                (String) row.required(1),
                (Flux<Order>) handle(row, 2),
                (Flux<Order>) handle(row, 3),
                (Flux<Order>) handle(row, 4));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 2: return new EntityColumn<?, ?>[] {Order_.USER_ID};
            case 3: return new EntityColumn<?, ?>[] {Order_.BUYER_EMAIL};
            case 4: return new EntityColumn<?, ?>[] {Order_.USER_ID};
            default: throw outOfRange(member);
        }
    }
}
