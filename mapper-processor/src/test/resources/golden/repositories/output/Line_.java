package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.Draft;
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
import javax.annotation.processing.Generated;

/**
 * The columns and relations of {@link Line}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class Line_ extends GeneratedModel<Line> {
    private static final Line_ model = new Line_();

    public static final NumberColumn<Line, Long> ORDER_ID = model.<Long>number("orderId", "order_id", SqlTypes.LONG, "ID PRIMITIVE", null);

    public static final NumberColumn<Line, Integer> NUMBER = model.<Integer>number("number", "number", SqlTypes.INTEGER, "ID", null);

    public static final TextColumn<Line> TEXT = model.text("text", "text", SqlTypes.STRING, "", null);

    /**
     * The model of {@link Line}.
     */
    public static final EntityModel<Line> MODEL = model.model(null, "lines", null);

    private Line_() {
        super(Line.class, 1);
    }

    /**
     * Starts a new {@link Line} with its required members.
     */
    public static Draft<Line> draft(
            long orderId,
            Integer number,
            String text) {
        return Line_.model.start(new Object[] {orderId, number, text});
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
            case 0: return entity.orderId();
            case 1: return entity.number();
            case 2: return entity.text();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Line(
                row.requiredLong(0),
                (Integer) row.required(1),
                (String) row.required(2));
    }
}
