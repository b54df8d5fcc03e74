package app;

import dev.kindred.internal.model.GenericType;
import dev.kindred.internal.model.RowValues;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Integer;
import java.lang.Long;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Parcel}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "rawtypes", "unchecked"})
public final class Parcel_ extends GeneratedModel<Parcel> {
    private static final Parcel_ model = new Parcel_();

    public static final NumberColumn<Parcel, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID", null);

    public static final EntityColumn<Parcel, Box.Kind> KIND = model.<Box.Kind>plain("kind", "kind", SqlTypes.<Box.Kind>enumAsText(Box.Kind.class), "", null);

    public static final EntityColumn<Parcel, List<Box.Kind>> KINDS = model.<List<Box.Kind>>plain("kinds", "kinds", SqlTypes.<Box.Kind>list(SqlTypes.<Box.Kind>enumAsText(Box.Kind.class)), "", null);

    public static final EntityColumn<Parcel, Map.Entry<String, Integer>> PAIR = model.<Map.Entry<String, Integer>>plain("pair", "pair", SqlTypes.<Map.Entry<String, Integer>>json(Map.Entry.class, GenericType.of(Map.Entry.class, String.class, Integer.class), "jsonb"), "", null);

    public static final EntityColumn<Parcel, List<Map.Entry<String, Integer>>> PAIRS = model.<List<Map.Entry<String, Integer>>>plain("pairs", "pairs", SqlTypes.<List<Map.Entry<String, Integer>>>json(List.class, GenericType.of(List.class, GenericType.of(Map.Entry.class, String.class, Integer.class)), "jsonb"), "", null);

    public static final EntityColumn<Parcel, Box.Label> LABEL = model.<Box.Label>plain("label", "label", SqlTypes.<Box.Label>json(Box.Label.class, Box.Label.class, "jsonb"), "", null);

    public static final EntityColumn<Parcel, Box.Pair<String, Box.Kind>> SIZES = model.<Box.Pair<String, Box.Kind>>plain("sizes", "sizes", SqlTypes.<Box.Pair<String, Box.Kind>>json(Box.Pair.class, GenericType.of(Box.Pair.class, String.class, Box.Kind.class), "jsonb"), "", null);

    public static final EntityColumn<Parcel, Box.Lid<String>> LID = model.<Box.Lid<String>>plain("lid", "lid", SqlTypes.<Box.Lid<String>>json(Box.Lid.class, GenericType.of(Box.Lid.class, String.class), "jsonb"), "", null);

    public static final EntityColumn<Parcel, Box.Closer> CLOSER = model.<Box.Closer>plain("closer", "closer", SqlTypes.<Box.Closer>json(Box.Closer.class, Box.Closer.class, "jsonb"), "", null);

    public static final EntityColumn<Parcel, Box.Content> RAW = model.<Box.Content>plain("raw", "raw", SqlTypes.<Box.Content>json(Box.Content.class, Box.Content.class, "jsonb"), "", null);

    public static final HasOneRelation<Parcel, Shelf.Place> PLACE = model.<Shelf.Place>hasOne(model.<Shelf.Place>relation("place", new EntityColumn<?, ?>[] {ID}));

    /**
     * The model of {@link Parcel}.
     */
    public static final EntityModel<Parcel> MODEL = model.model(null, "parcel", null);

    private Parcel_() {
        super(Parcel.class, 1);
    }

    /**
     * Starts a new {@link Parcel} with its required members.
     */
    public static Draft<Parcel> draft(
            Long id,
            Box.Kind kind,
            List<Box.Kind> kinds,
            Map.Entry<String, Integer> pair,
            List<Map.Entry<String, Integer>> pairs,
            Box.Label label,
            Box.Pair<String, Box.Kind> sizes,
            Box.Lid<String> lid,
            Box.Closer closer,
            Box.Content raw) {
        return Parcel_.model.start(new Object[] {id, kind, kinds, pair, pairs, label, sizes, lid, closer, raw});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Parcel> copyOf(Parcel entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Parcel entity = (Parcel) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.kind();
            case 2: return entity.kinds();
            case 3: return entity.pair();
            case 4: return entity.pairs();
            case 5: return entity.label();
            case 6: return entity.sizes();
            case 7: return entity.lid();
            case 8: return entity.closer();
            case 9: return entity.raw();
            case 10: return entity.place();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Parcel(
                (Long) row.required(0),
                (Box.Kind) row.required(1),
                (List<Box.Kind>) row.required(2),
                (Map.Entry<String, Integer>) row.required(3),
                (List<Map.Entry<String, Integer>>) row.required(4),
                (Box.Label) row.required(5),
                (Box.Pair<String, Box.Kind>) row.required(6),
                (Box.Lid<String>) row.required(7),
                (Box.Closer) row.required(8),
                (Box.Content) row.required(9),
                (Box<String>.Content) null,
                (Mono<Shelf.Place>) handle(row, 10));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 10: return new EntityColumn<?, ?>[] {Shelf_Place_.PARCEL_ID};
            default: throw outOfRange(member);
        }
    }
}
