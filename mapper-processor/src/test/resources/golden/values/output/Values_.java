package app;

import dev.kindred.internal.model.GenericType;
import dev.kindred.internal.model.RowValues;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.TextColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Integer;
import java.lang.Long;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * The columns and relations of {@link Values}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "rawtypes", "unchecked"})
public final class Values_ extends GeneratedModel<Values> {
    private static final Values_ model = new Values_();

    public static final TextColumn<Values> ID = model.text("id", "id", SqlTypes.<String>named(SqlTypes.STRING, "citext"), "ID", null);

    public static final EntityColumn<Values, Values.Mood> MOOD = model.<Values.Mood>plain("mood", "mood", SqlTypes.<Values.Mood>enumAsText(Values.Mood.class), "", null);

    public static final EntityColumn<Values, Values.Mood> TYPED = model.<Values.Mood>plain("typed", "typed", SqlTypes.<Values.Mood>enumAs(Values.Mood.class, "app.mood"), "NULLABLE", null);

    public static final EntityColumn<Values, String[]> TEXTS = model.<String[]>plain("texts", "texts", SqlTypes.array(SqlTypes.STRING, String[].class), "", null);

    public static final EntityColumn<Values, int[]> NUMBERS = model.<int[]>plain("numbers", "numbers", SqlTypes.array(SqlTypes.INTEGER, int[].class), "", null);

    public static final EntityColumn<Values, UUID[]> KEYS = model.<UUID[]>plain("keys", "keys", SqlTypes.array(SqlTypes.UUID, UUID[].class), "NULLABLE", null);

    public static final EntityColumn<Values, Values.Mood[]> MOODS = model.<Values.Mood[]>plain("moods", "moods", SqlTypes.array(SqlTypes.<Values.Mood>enumAsText(Values.Mood.class), Values.Mood[].class), "", null);

    public static final EntityColumn<Values, Values.Mood[]> TYPED_MOODS = model.<Values.Mood[]>plain("typedMoods", "typed_moods", SqlTypes.array(SqlTypes.<Values.Mood>enumAs(Values.Mood.class, "mood"), Values.Mood[].class), "", null);

    public static final EntityColumn<Values, byte[][]> BLOBS = model.<byte[][]>plain("blobs", "blobs", SqlTypes.array(SqlTypes.BYTES, byte[][].class), "", null);

    public static final EntityColumn<Values, boolean[]> FLAGS = model.<boolean[]>plain("flags", "flags", SqlTypes.array(SqlTypes.BOOLEAN, boolean[].class), "", null);

    public static final EntityColumn<Values, List<String>> LIST = model.<List<String>>plain("list", "list", SqlTypes.<String>list(SqlTypes.STRING), "", null);

    public static final EntityColumn<Values, List<Long>> GAPS = model.<List<Long>>plain("gaps", "gaps", SqlTypes.<Long>list(SqlTypes.LONG), "", null);

    public static final EntityColumn<Values, List<String>> TAGS = model.<List<String>>plain("tags", "tags", SqlTypes.<String>list(SqlTypes.<String>named(SqlTypes.STRING, "citext")), "", null);

    public static final EntityColumn<Values, List<byte[]>> BLOB_LIST = model.<List<byte[]>>plain("blobList", "blob_list", SqlTypes.<byte[]>list(SqlTypes.BYTES), "", null);

    public static final EntityColumn<Values, Map<String, List<? extends Values.Point>>> POINTS = model.<Map<String, List<? extends Values.Point>>>plain("points", "points", SqlTypes.<Map<String, List<? extends Values.Point>>>json(Map.class, GenericType.of(Map.class, String.class, GenericType.of(List.class, Values.Point.class)), "jsonb"), "", null);

    public static final EntityColumn<Values, Values.Point> POINT = model.<Values.Point>plain("point", "point", SqlTypes.<Values.Point>json(Values.Point.class, Values.Point.class, "jsonb"), "", null);

    public static final EntityColumn<Values, Values.Point[]> LINE = model.<Values.Point[]>plain("line", "line", SqlTypes.<Values.Point[]>json(Values.Point[].class, Values.Point[].class, "json"), "", null);

    public static final EntityColumn<Values, List<?>> ANYTHING = model.<List<?>>plain("anything", "anything", SqlTypes.<List<?>>json(List.class, GenericType.of(List.class, Object.class), "jsonb"), "", null);

    public static final EntityColumn<Values, Integer> WRAPPED = model.<Integer>plain("wrapped", "wrapped", SqlTypes.<Integer>json(Integer.class, Integer.class, "jsonb"), "PRIMITIVE", null);

    public static final EntityColumn<Values, List> RAW = model.<List>plain("raw", "raw", SqlTypes.<List>json(List.class, List.class, "jsonb"), "", null);

    public static final EntityColumn<Values, Money> PRICE = model.<Money>plain("price", "price", SqlTypes.converted(Money.class, new MoneyCodec(), SqlTypes.BIG_DECIMAL), "", null);

    public static final EntityColumn<Values, Long> LEVEL = model.<Long>plain("level", "level", SqlTypes.converted(Long.class, new LevelCodec(), SqlTypes.<LevelCodec.Level>enumAs(LevelCodec.Level.class, "level")), "NULLABLE", null);

    public static final TextColumn<Values> HOSTILE = model.text("hostile", "b\"a\\d\n\u0007\\u0041", SqlTypes.STRING, "", null);

    public static final TextColumn<Values> MODEL_ = model.text("model", "model", SqlTypes.STRING, "", null);

    public static final TextColumn<Values> VALUES = model.text("values", "values", SqlTypes.STRING, "", null);

    public static final TextColumn<Values> VALUES_ = model.text("VALUES_", "values_", SqlTypes.STRING, "", null);

    /**
     * The model of {@link Values}.
     */
    public static final EntityModel<Values> MODEL = model.model(null, "hostile \"name\" \\ and\nline */", null);

    private Values_() {
        super(Values.class, 1);
    }

    /**
     * Starts a new {@link Values} with its required members.
     */
    public static Draft<Values> draft(
            String id,
            Values.Mood mood,
            String[] texts,
            int[] numbers,
            Values.Mood[] moods,
            Values.Mood[] typedMoods,
            byte[][] blobs,
            boolean[] flags,
            List<String> list,
            List<Long> gaps,
            List<String> tags,
            List<byte[]> blobList,
            Map<String, List<? extends Values.Point>> points,
            Values.Point point,
            Values.Point[] line,
            List<?> anything,
            int wrapped,
            List raw,
            Money price,
            String hostile,
            String model,
            String values,
            String VALUES_) {
        return Values_.model.start(new Object[] {id, mood, texts, numbers, moods, typedMoods, blobs, flags, list, gaps, tags, blobList, points, point, line, anything, wrapped, raw, price, hostile, model, values, VALUES_});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Values> copyOf(Values entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Values entity = (Values) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.mood();
            case 2: return entity.typed();
            case 3: return entity.texts();
            case 4: return entity.numbers();
            case 5: return entity.keys();
            case 6: return entity.moods();
            case 7: return entity.typedMoods();
            case 8: return entity.blobs();
            case 9: return entity.flags();
            case 10: return entity.list();
            case 11: return entity.gaps();
            case 12: return entity.tags();
            case 13: return entity.blobList();
            case 14: return entity.points();
            case 15: return entity.point();
            case 16: return entity.line();
            case 17: return entity.anything();
            case 18: return entity.wrapped();
            case 19: return entity.raw();
            case 20: return entity.price();
            case 21: return entity.level();
            case 22: return entity.hostile();
            case 23: return entity.model();
            case 24: return entity.values();
            case 25: return entity.VALUES_();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Values(
                (String) row.required(0),
                (Values.Mood) row.required(1),
                (Values.Mood) row.nullable(2),
                (String[]) row.required(3),
                (int[]) row.required(4),
                (UUID[]) row.nullable(5),
                (Values.Mood[]) row.required(6),
                (Values.Mood[]) row.required(7),
                (byte[][]) row.required(8),
                (boolean[]) row.required(9),
                (List<String>) row.required(10),
                (List<Long>) row.required(11),
                (List<String>) row.required(12),
                (List<byte[]>) row.required(13),
                (Map<String, List<? extends Values.Point>>) row.required(14),
                (Values.Point) row.required(15),
                (Values.Point[]) row.required(16),
                (List<?>) row.required(17),
                row.requiredInt(18),
                (List) row.required(19),
                (Money) row.required(20),
                (Long) row.nullable(21),
                (String) row.required(22),
                (String) row.required(23),
                (String) row.required(24),
                (String) row.required(25));
    }
}
