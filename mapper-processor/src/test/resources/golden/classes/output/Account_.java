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
import java.lang.Boolean;
import java.lang.Integer;
import java.lang.Long;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Account}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "deprecation", "unchecked"})
final class Account_ extends GeneratedModel<Account> {
    private static final Account_ model = new Account_();

    public static final NumberColumn<Account, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID PRIMITIVE", null);

    public static final TextColumn<Account> OWNER = model.text("owner", "owner_name", SqlTypes.STRING, "", null);

    public static final EntityColumn<Account, Boolean> ACTIVE = model.<Boolean>plain("active", "active", SqlTypes.BOOLEAN, "PRIMITIVE", null);

    public static final NumberColumn<Account, Integer> RANK = model.<Integer>number("rank", "rank", SqlTypes.INTEGER, "PRIMITIVE", null);

    public static final TextColumn<Account> NOTE = model.text("note", "note", SqlTypes.STRING, "NULLABLE", null);

    public static final HasOneRelation<Account, Owner> PERSON = model.<Owner>hasOne(model.<Owner>relation("person", new EntityColumn<?, ?>[] {ID}));

    /**
     * The parameter names of the constructor.
     */
    static final String members = "id,owner,active,rank,note,person";

    /**
     * The model of {@link Account}.
     */
    public static final EntityModel<Account> MODEL = model.model(null, "account", null);

    private Account_() {
        super(Account.class, 1);
    }

    /**
     * Starts a new {@link Account} with its required members.
     */
    public static Draft<Account> draft(
            long id,
            String owner,
            boolean active,
            int rank) {
        return Account_.model.start(new Object[] {id, owner, active, rank});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Account> copyOf(Account entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Account entity = (Account) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.getOwner();
            case 2: return entity.isActive();
            case 3: return entity.rank;
            case 4: return entity.note();
            case 5: return entity.getPerson();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Account(
                row.requiredLong(0),
                (String) row.required(1),
                row.requiredBoolean(2),
                row.requiredInt(3),
                (String) row.nullable(4),
                (Mono<Owner>) handle(row, 5));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 5: return new EntityColumn<?, ?>[] {Owner_.ACCOUNT_ID};
            default: throw outOfRange(member);
        }
    }
}
