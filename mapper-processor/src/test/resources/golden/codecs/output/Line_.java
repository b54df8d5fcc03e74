package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Integer;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Line}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class Line_ extends GeneratedModel<Line> {
    private static final Line_ model = new Line_();

    public static final NumberColumn<Line, Integer> ID = model.<Integer>number("id", "id", SqlTypes.INTEGER, "ID", null);

    public static final EntityColumn<Line, InvoiceId> INVOICE_ID = model.<InvoiceId>plain("invoiceId", "invoice_id", SqlTypes.converted(InvoiceId.class, new InvoiceIdCodec(), SqlTypes.INTEGER), "", null);

    public static final BelongsToRelation<Line, Invoice> INVOICE = model.<Invoice>belongsTo(model.<Invoice>relation("invoice", new EntityColumn<?, ?>[] {INVOICE_ID}));

    /**
     * The parameter names of the constructor.
     */
    static final String members = "id,invoiceId,invoice";

    /**
     * The model of {@link Line}.
     */
    public static final EntityModel<Line> MODEL = model.model(null, "line", null);

    private Line_() {
        super(Line.class, 1);
    }

    /**
     * Starts a new {@link Line} with its required members.
     */
    public static Draft<Line> draft(
            Integer id,
            InvoiceId invoiceId) {
        return Line_.model.start(new Object[] {id, invoiceId});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Line> copyOf(Line entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Line entity = (Line) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.invoiceId();
            case 2: return entity.invoice();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Line(
                (Integer) row.required(0),
                (InvoiceId) row.required(1),
                (Mono<Invoice>) handle(row, 2));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 2: return new EntityColumn<?, ?>[] {Invoice_.ID};
            default: throw outOfRange(member);
        }
    }
}
