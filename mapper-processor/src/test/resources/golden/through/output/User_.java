package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.HasManyRelation;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.Relation;
import dev.kindred.model.SortOrder;
import dev.kindred.model.ThroughRelation;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.SuppressWarnings;
import java.util.List;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link User}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class User_ extends GeneratedModel<User> {
    private static final User_ model = new User_();

    public static final NumberColumn<User, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID PRIMITIVE", null);

    public static final ThroughRelation<User, Invoice> INVOICES = model.<Invoice>through(model.<Invoice>path("invoices", () -> List.<Relation<?, ?>>of(User_.ORDERS, Order_.INVOICE)));

    public static final ThroughRelation<User, Invoice> LAST_INVOICES = model.<Invoice>through(model.<Invoice>path("lastInvoices", () -> List.<Relation<?, ?>>of(User_.LATEST, Order_.INVOICE))
            .scoped(Large::new)
            .orderBy(() -> List.<SortOrder<Invoice>>of(Invoice_.TOTAL.asc())));

    public static final ThroughRelation<User, User> PAYERS = model.<User>through(model.<User>path("payers", () -> List.<Relation<?, ?>>of(User_.INVOICES, Invoice_.ORDERS, Order_.USER)));

    public static final HasManyRelation<User, Order> ORDERS = model.<Order>hasMany(model.<Order>relation("orders", new EntityColumn<?, ?>[] {ID}));

    public static final HasOneRelation<User, Order> LATEST = model.<Order>hasOne(model.<Order>relation("latest", new EntityColumn<?, ?>[] {ID})
            .latestBy(() -> List.<EntityColumn<Order, ?>>of(Order_.ID)));

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
            long id) {
        return User_.model.start(new Object[] {id});
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
            case 1: return entity.invoices();
            case 2: return entity.lastInvoices();
            case 3: return entity.payers();
            case 4: return entity.orders();
            case 5: return entity.latest();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new User(
                row.requiredLong(0),
                (Flux<Invoice>) handle(row, 1),
                (Flux<Invoice>) handle(row, 2),
                (Flux<User>) handle(row, 3),
                (Flux<Order>) handle(row, 4),
                (Mono<Order>) handle(row, 5));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 4: return new EntityColumn<?, ?>[] {Order_.USER_ID};
            case 5: return new EntityColumn<?, ?>[] {Order_.USER_ID};
            default: throw outOfRange(member);
        }
    }
}
