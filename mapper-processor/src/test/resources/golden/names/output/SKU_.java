package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;

/**
 * The columns and relations of {@link SKU}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class SKU_ extends GeneratedModel<SKU> {
    private static final SKU_ model = new SKU_();

    public static final NumberColumn<SKU, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID", null);

    public static final TextColumn<SKU> SKU__ = model.text("sku", "sku", SqlTypes.STRING, "", null);

    public static final TextColumn<SKU> SKU___ = model.text("SKU", "other", SqlTypes.STRING, "", null);

    public static final EntityColumn<SKU, Column> COLUMN = model.<Column>plain("column", "column", SqlTypes.<Column>enumAsText(Column.class), "", null);

    public static final TextColumn<SKU> LIST = model.text("list", "list", SqlTypes.STRING, "", null);

    /**
     * The model of {@link SKU}.
     */
    public static final EntityModel<SKU> MODEL = model.model(null, "sku", null);

    private SKU_() {
        super(SKU.class, 1);
    }

    /**
     * Starts a new {@link SKU} with its required members.
     */
    public static Draft<SKU> draft(
            Long id,
            String sku,
            String SKU,
            Column column,
            String list) {
        return SKU_.model.start(new Object[] {id, sku, SKU, column, list});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<SKU> copyOf(SKU entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        SKU entity = (SKU) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.sku();
            case 2: return entity.SKU();
            case 3: return entity.column();
            case 4: return entity.list();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new SKU(
                (Long) row.required(0),
                (String) row.required(1),
                (String) row.required(2),
                (Column) row.required(3),
                (String) row.required(4));
    }
}
