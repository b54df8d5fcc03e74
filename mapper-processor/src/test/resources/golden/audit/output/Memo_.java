package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.ComparableColumn;
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
import java.time.Instant;
import javax.annotation.processing.Generated;

/**
 * The columns and relations of {@link Memo}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class Memo_ extends GeneratedModel<Memo> {
    private static final Memo_ model = new Memo_();

    public static final NumberColumn<Memo, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID", null);

    public static final TextColumn<Memo> TEXT = model.text("text", "text", SqlTypes.STRING, "", null);

    public static final ComparableColumn<Memo, Instant> CREATED_AT = model.<Instant>comparable("createdAt", "created_at", SqlTypes.INSTANT, "CREATED_AT", null);

    public static final TextColumn<Memo> CREATED_BY = model.text("createdBy", "created_by", SqlTypes.STRING, "CREATED_BY NULLABLE", null);

    public static final EntityColumn<Memo, Author> UPDATED_BY = model.<Author>plain("updatedBy", "updated_by", SqlTypes.converted(Author.class, new Author.AsName(), SqlTypes.STRING), "UPDATED_BY", null);

    /**
     * The model of {@link Memo}.
     */
    public static final EntityModel<Memo> MODEL = model.model(null, "memo", null);

    private Memo_() {
        super(Memo.class, 1);
    }

    /**
     * Starts a new {@link Memo} with its required members.
     */
    public static Draft<Memo> draft(
            Long id,
            String text) {
        return Memo_.model.start(new Object[] {id, text});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Memo> copyOf(Memo entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Memo entity = (Memo) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.text();
            case 2: return entity.createdAt();
            case 3: return entity.createdBy();
            case 4: return entity.updatedBy();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Memo(
                (Long) row.required(0),
                (String) row.required(1),
                (Instant) row.required(2),
                (String) row.nullable(3),
                (Author) row.required(4));
    }
}
