package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.nio.file.Path;
import java.util.Currency;
import javax.annotation.processing.Generated;

/**
 * The columns and relations of {@link Invoice}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class Invoice_ extends GeneratedModel<Invoice> {
    private static final Invoice_ model = new Invoice_();

    public static final EntityColumn<Invoice, InvoiceId> ID = model.<InvoiceId>plain("id", "id", SqlTypes.converted(InvoiceId.class, new InvoiceIdCodec(), SqlTypes.INTEGER), "ID", null);

    public static final EntityColumn<Invoice, Money> TOTAL = model.<Money>plain("total", "total", SqlTypes.converted(Money.class, new MoneyCodec(), SqlTypes.STRING), "", null);

    public static final EntityColumn<Invoice, Money> PAID = model.<Money>plain("paid", "paid", SqlTypes.converted(Money.class, new MoneyCodec(), SqlTypes.<String>named(SqlTypes.STRING, "citext")), "NULLABLE", null);

    public static final EntityColumn<Invoice, Money> TAX = model.<Money>plain("tax", "tax", SqlTypes.converted(Money.class, new CentsCodec(), SqlTypes.LONG), "", null);

    public static final EntityColumn<Invoice, Money> DISCOUNT = model.<Money>plain("discount", "discount", SqlTypes.<Money>json(Money.class, Money.class, "jsonb"), "", null);

    public static final EntityColumn<Invoice, Currency> CURRENCY = model.<Currency>plain("currency", "currency", SqlTypes.converted(Currency.class, new CurrencyCodec(), SqlTypes.STRING), "", null);

    public static final EntityColumn<Invoice, Path[]> PATHS = model.<Path[]>plain("paths", "paths", SqlTypes.converted(Path[].class, new PathsCodec(), SqlTypes.INTEGER), "", null);

    public static final EntityColumn<Invoice, Long> NUMBER = model.<Long>plain("number", "number", SqlTypes.converted(Long.class, new LongCodec(), SqlTypes.STRING), "PRIMITIVE", null);

    public static final EntityColumn<Invoice, Secret> IBAN = model.<Secret>plain("iban", "iban", SqlTypes.converted(Secret.class, SecretCodec.class, SqlTypes.BYTES), "", null);

    public static final NumberColumn<Invoice, Long> VERSION = model.<Long>number("version", "version", SqlTypes.LONG, "VERSION PRIMITIVE", null);

    /**
     * The model of {@link Invoice}.
     */
    public static final EntityModel<Invoice> MODEL = model.model(null, "invoice", null);

    private Invoice_() {
        super(Invoice.class, 1);
    }

    /**
     * Starts a new {@link Invoice} with its required members.
     */
    public static Draft<Invoice> draft(
            InvoiceId id,
            Money total,
            Money tax,
            Money discount,
            Currency currency,
            Path[] paths,
            long number,
            Secret iban) {
        return Invoice_.model.start(new Object[] {id, total, tax, discount, currency, paths, number, iban});
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
            case 2: return entity.paid();
            case 3: return entity.tax();
            case 4: return entity.discount();
            case 5: return entity.currency();
            case 6: return entity.paths();
            case 7: return entity.number();
            case 8: return entity.iban();
            case 9: return entity.version();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Invoice(
                (InvoiceId) row.required(0),
                (Money) row.required(1),
                (Money) row.nullable(2),
                (Money) row.required(3),
                (Money) row.required(4),
                null,
                (Currency) row.required(5),
                (Path[]) row.required(6),
                row.requiredLong(7),
                (Secret) row.required(8),
                row.requiredLong(9));
    }
}
