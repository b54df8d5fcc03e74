package app;

import dev.kindred.annotation.OnDelete;
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
 * The columns and relations of {@link Invoice}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class Invoice_ extends GeneratedModel<Invoice> {
    private static final Invoice_ model = new Invoice_();

    public static final NumberColumn<Invoice, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID", null);

    public static final NumberColumn<Invoice, Long> ACCOUNT_ID = model.<Long>number("accountId", "account_id", SqlTypes.LONG, "NULLABLE", null);

    public static final NumberColumn<Invoice, Long> PAYER_ID = model.<Long>number("payerId", "payer_id", SqlTypes.LONG, "NULLABLE", null);

    public static final BelongsToRelation<Invoice, Account> ACCOUNT = model.<Account>belongsTo(model.<Account>relation("account", new EntityColumn<?, ?>[] {ACCOUNT_ID}));

    public static final BelongsToRelation<Invoice, Account> PAYER = model.<Account>belongsTo(model.<Account>relation("payer", new EntityColumn<?, ?>[] {PAYER_ID})
            .onDelete(OnDelete.SET_NULL));

    /**
     * The model of {@link Invoice}.
     */
    public static final EntityModel<Invoice> MODEL = model.model("billing", "invoice", "What is owed");

    private Invoice_() {
        super(Invoice.class, 1);
    }

    /**
     * Starts a new {@link Invoice} with its required members.
     */
    public static Draft<Invoice> draft(
            Long id) {
        return Invoice_.model.start(new Object[] {id});
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
            case 1: return entity.accountId();
            case 2: return entity.payerId();
            case 3: return entity.account();
            case 4: return entity.payer();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Invoice(
                (Long) row.required(0),
                (Long) row.nullable(1),
                (Long) row.nullable(2),
                (Mono<Account>) handle(row, 3),
                (Mono<Account>) handle(row, 4));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 3: return new EntityColumn<?, ?>[] {Account_.ID};
            case 4: return new EntityColumn<?, ?>[] {Account_.ID};
            default: throw outOfRange(member);
        }
    }
}
