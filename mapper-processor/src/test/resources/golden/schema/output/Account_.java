package app;

import dev.kindred.annotation.OnDelete;
import dev.kindred.internal.model.RowValues;
import dev.kindred.internal.model.StoredColumn;
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
import java.math.BigDecimal;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Account}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class Account_ extends GeneratedModel<Account> {
    private static final Account_ model = new Account_();

    public static final NumberColumn<Account, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID GENERATED", null);

    public static final TextColumn<Account> EMAIL = model.text("email", "email", SqlTypes.STRING, "UNIQUE", StoredColumn.PLAIN.length(40).check("email like '%@%'").comment("Where bills go"));

    public static final NumberColumn<Account, BigDecimal> BALANCE = model.<BigDecimal>number("balance", "balance", SqlTypes.BIG_DECIMAL, "", StoredColumn.PLAIN.precision(10, 2).defaultValue("0.00"));

    public static final NumberColumn<Account, Integer> LEVEL = model.<Integer>number("level", "level", SqlTypes.INTEGER, "PRIMITIVE", StoredColumn.PLAIN.defaultValue("1"));

    public static final HasOneRelation<Account, Invoice> INVOICE = model.<Invoice>hasOne(model.<Invoice>relation("invoice", new EntityColumn<?, ?>[] {ID})
            .onDelete(OnDelete.CASCADE));

    /**
     * The model of {@link Account}.
     */
    public static final EntityModel<Account> MODEL = model.model(null, "account", "Who pays, or doesn't");

    private Account_() {
        super(Account.class, 1);
    }

    /**
     * Starts a new {@link Account} with its required members.
     */
    public static Draft<Account> draft(
            String email,
            BigDecimal balance,
            int level) {
        return Account_.model.start(new Object[] {email, balance, level});
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
            case 1: return entity.email();
            case 2: return entity.balance();
            case 3: return entity.level();
            case 4: return entity.invoice();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Account(
                (Long) row.required(0),
                (String) row.required(1),
                (BigDecimal) row.required(2),
                row.requiredInt(3),
                (Mono<Invoice>) handle(row, 4));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 4: return new EntityColumn<?, ?>[] {Invoice_.ACCOUNT_ID};
            default: throw outOfRange(member);
        }
    }
}
