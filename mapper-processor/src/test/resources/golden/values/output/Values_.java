package app;

import dev.kindred.model.EntityColumn;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.model.RowValues;
import dev.kindred.model.TextColumn;
import dev.kindred.type.TableName;
import dev.kindred.type.GenericType;
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
@SuppressWarnings({"all", "rawtypes"})
public final class Values_ {
    /**
     * The column of {@code id}.
     */
    public static final TextColumn<Values> ID = TextColumn.<Values>of(ColumnDefinition.<Values, String>of(
            Values.class, "id", "id", SqlTypes.named(SqlTypes.STRING, "citext"), Values::id)
            .with(ColumnTrait.ID));

    /**
     * The column of {@code mood}.
     */
    public static final EntityColumn<Values, Values.Mood> MOOD = ColumnDefinition.<Values, Values.Mood>of(
            Values.class, "mood", "mood", SqlTypes.<Values.Mood>enumAsText(Values.Mood.class), Values::mood)
            .column();

    /**
     * The column of {@code typed}.
     */
    public static final EntityColumn<Values, Values.Mood> TYPED = ColumnDefinition.<Values, Values.Mood>of(
            Values.class, "typed", "typed", SqlTypes.<Values.Mood>enumAs(Values.Mood.class, "app.mood"), Values::typed)
            .with(ColumnTrait.NULLABLE)
            .column();

    /**
     * The column of {@code texts}.
     */
    public static final EntityColumn<Values, String[]> TEXTS = ColumnDefinition.<Values, String[]>of(
            Values.class, "texts", "texts", SqlTypes.array(SqlTypes.STRING, String[].class), Values::texts)
            .column();

    /**
     * The column of {@code numbers}.
     */
    public static final EntityColumn<Values, int[]> NUMBERS = ColumnDefinition.<Values, int[]>of(
            Values.class, "numbers", "numbers", SqlTypes.array(SqlTypes.INTEGER, int[].class), Values::numbers)
            .column();

    /**
     * The column of {@code keys}.
     */
    public static final EntityColumn<Values, UUID[]> KEYS = ColumnDefinition.<Values, UUID[]>of(
            Values.class, "keys", "keys", SqlTypes.array(SqlTypes.UUID, UUID[].class), Values::keys)
            .with(ColumnTrait.NULLABLE)
            .column();

    /**
     * The column of {@code moods}.
     */
    public static final EntityColumn<Values, Values.Mood[]> MOODS = ColumnDefinition.<Values, Values.Mood[]>of(
            Values.class, "moods", "moods", SqlTypes.array(SqlTypes.<Values.Mood>enumAsText(Values.Mood.class), Values.Mood[].class), Values::moods)
            .column();

    /**
     * The column of {@code typedMoods}.
     */
    public static final EntityColumn<Values, Values.Mood[]> TYPED_MOODS = ColumnDefinition.<Values, Values.Mood[]>of(
            Values.class, "typedMoods", "typed_moods", SqlTypes.array(SqlTypes.<Values.Mood>enumAs(Values.Mood.class, "mood"), Values.Mood[].class), Values::typedMoods)
            .column();

    /**
     * The column of {@code blobs}.
     */
    public static final EntityColumn<Values, byte[][]> BLOBS = ColumnDefinition.<Values, byte[][]>of(
            Values.class, "blobs", "blobs", SqlTypes.array(SqlTypes.BYTES, byte[][].class), Values::blobs)
            .column();

    /**
     * The column of {@code flags}.
     */
    public static final EntityColumn<Values, boolean[]> FLAGS = ColumnDefinition.<Values, boolean[]>of(
            Values.class, "flags", "flags", SqlTypes.array(SqlTypes.BOOLEAN, boolean[].class), Values::flags)
            .column();

    /**
     * The column of {@code list}.
     */
    public static final EntityColumn<Values, List<String>> LIST = ColumnDefinition.<Values, List<String>>of(
            Values.class, "list", "list", SqlTypes.<String>list(SqlTypes.STRING), Values::list)
            .column();

    /**
     * The column of {@code gaps}.
     */
    public static final EntityColumn<Values, List<Long>> GAPS = ColumnDefinition.<Values, List<Long>>of(
            Values.class, "gaps", "gaps", SqlTypes.<Long>list(SqlTypes.LONG), Values::gaps)
            .column();

    /**
     * The column of {@code tags}.
     */
    public static final EntityColumn<Values, List<String>> TAGS = ColumnDefinition.<Values, List<String>>of(
            Values.class, "tags", "tags", SqlTypes.<String>list(SqlTypes.named(SqlTypes.STRING, "citext")), Values::tags)
            .column();

    /**
     * The column of {@code blobList}.
     */
    public static final EntityColumn<Values, List<byte[]>> BLOB_LIST = ColumnDefinition.<Values, List<byte[]>>of(
            Values.class, "blobList", "blob_list", SqlTypes.<byte[]>list(SqlTypes.BYTES), Values::blobList)
            .column();

    /**
     * The column of {@code points}.
     */
    public static final EntityColumn<Values, Map<String, List<? extends Values.Point>>> POINTS = ColumnDefinition.<Values, Map<String, List<? extends Values.Point>>>of(
            Values.class, "points", "points", SqlTypes.<Map<String, List<? extends Values.Point>>>json(Map.class, GenericType.of(Map.class, String.class, GenericType.of(List.class, Values.Point.class)), "jsonb"), Values::points)
            .column();

    /**
     * The column of {@code point}.
     */
    public static final EntityColumn<Values, Values.Point> POINT = ColumnDefinition.<Values, Values.Point>of(
            Values.class, "point", "point", SqlTypes.<Values.Point>json(Values.Point.class, Values.Point.class, "jsonb"), Values::point)
            .column();

    /**
     * The column of {@code line}.
     */
    public static final EntityColumn<Values, Values.Point[]> LINE = ColumnDefinition.<Values, Values.Point[]>of(
            Values.class, "line", "line", SqlTypes.<Values.Point[]>json(Values.Point[].class, Values.Point[].class, "json"), Values::line)
            .column();

    /**
     * The column of {@code anything}.
     */
    public static final EntityColumn<Values, List<?>> ANYTHING = ColumnDefinition.<Values, List<?>>of(
            Values.class, "anything", "anything", SqlTypes.<List<?>>json(List.class, GenericType.of(List.class, Object.class), "jsonb"), Values::anything)
            .column();

    /**
     * The column of {@code wrapped}.
     */
    public static final EntityColumn<Values, Integer> WRAPPED = ColumnDefinition.<Values, Integer>of(
            Values.class, "wrapped", "wrapped", SqlTypes.<Integer>json(Integer.class, Integer.class, "jsonb"), Values::wrapped)
            .primitive(0)
            .column();

    /**
     * The column of {@code raw}.
     */
    public static final EntityColumn<Values, List> RAW = ColumnDefinition.<Values, List>of(
            Values.class, "raw", "raw", SqlTypes.<List>json(List.class, List.class, "jsonb"), Values::raw)
            .column();

    /**
     * The column of {@code price}.
     */
    public static final EntityColumn<Values, Money> PRICE = ColumnDefinition.<Values, Money>of(
            Values.class, "price", "price", SqlTypes.converted(Money.class, new MoneyCodec(), SqlTypes.BIG_DECIMAL), Values::price)
            .column();

    /**
     * The column of {@code level}.
     */
    public static final EntityColumn<Values, Long> LEVEL = ColumnDefinition.<Values, Long>of(
            Values.class, "level", "level", SqlTypes.converted(Long.class, new LevelCodec(), SqlTypes.<LevelCodec.Level>enumAs(LevelCodec.Level.class, "level")), Values::level)
            .with(ColumnTrait.NULLABLE)
            .column();

    /**
     * The column of {@code hostile}.
     */
    public static final TextColumn<Values> HOSTILE = TextColumn.<Values>of(ColumnDefinition.<Values, String>of(
            Values.class, "hostile", "b\"a\\d\n"
                    + "\u0007\\u0041", SqlTypes.STRING, Values::hostile));

    /**
     * The column of {@code model}.
     */
    public static final TextColumn<Values> MODEL_ = TextColumn.<Values>of(ColumnDefinition.<Values, String>of(
            Values.class, "model", "model", SqlTypes.STRING, Values::model));

    /**
     * The column of {@code values}.
     */
    public static final TextColumn<Values> VALUES = TextColumn.<Values>of(ColumnDefinition.<Values, String>of(
            Values.class, "values", "values", SqlTypes.STRING, Values::values));

    /**
     * The column of {@code VALUES_}.
     */
    public static final TextColumn<Values> VALUES_ = TextColumn.<Values>of(ColumnDefinition.<Values, String>of(
            Values.class, "VALUES_", "values_", SqlTypes.STRING, Values::VALUES_));

    /**
     * What the mapper knows of {@link Values}.
     */
    public static final EntityModel<Values> MODEL = EntityModel.<Values>of(
            Values.class,
            TableName.of("hostile \"name\" \\ and\n"
                    + "line */"),
            List.<EntityColumn<Values, ?>>of(ID, MOOD, TYPED, TEXTS, NUMBERS, KEYS, MOODS, TYPED_MOODS, BLOBS, FLAGS, LIST, GAPS, TAGS, BLOB_LIST, POINTS, POINT, LINE, ANYTHING, WRAPPED, RAW, PRICE, LEVEL, HOSTILE, MODEL_, VALUES, VALUES_),
            List.<Relation<Values, ?>>of(),
            Values_::instantiate);

    private Values_() {
    }

    /**
     * Starts a new {@link Values} with the members that it must have.
     */
    public static Draft<Values> draft(String id, Values.Mood mood, String[] texts, int[] numbers,
            Values.Mood[] moods, Values.Mood[] typedMoods, byte[][] blobs, boolean[] flags,
            List<String> list, List<Long> gaps, List<String> tags, List<byte[]> blobList,
            Map<String, List<? extends Values.Point>> points, Values.Point point,
            Values.Point[] line, List<?> anything, int wrapped, List raw, Money price,
            String hostile, String model, String values, String VALUES_) {
        return Draft.<Values>of(Values_.MODEL, new Object[] {id, mood, texts, numbers, moods, typedMoods, blobs, flags, list, gaps, tags, blobList, points, point, line, anything, wrapped, raw, price, hostile, model, values, VALUES_});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Values> with(Values entity) {
        return Draft.<Values>with(MODEL, entity);
    }

    private static Values instantiate(RowValues<Values> row) {
        return new Values(
                row.<String>required(0, ID),
                row.<Values.Mood>required(1, MOOD),
                row.<Values.Mood>nullable(2, TYPED),
                row.<String[]>required(3, TEXTS),
                row.<int[]>required(4, NUMBERS),
                row.<UUID[]>nullable(5, KEYS),
                row.<Values.Mood[]>required(6, MOODS),
                row.<Values.Mood[]>required(7, TYPED_MOODS),
                row.<byte[][]>required(8, BLOBS),
                row.<boolean[]>required(9, FLAGS),
                row.<List<String>>required(10, LIST),
                row.<List<Long>>required(11, GAPS),
                row.<List<String>>required(12, TAGS),
                row.<List<byte[]>>required(13, BLOB_LIST),
                row.<Map<String, List<? extends Values.Point>>>required(14, POINTS),
                row.<Values.Point>required(15, POINT),
                row.<Values.Point[]>required(16, LINE),
                row.<List<?>>required(17, ANYTHING),
                row.<Integer>required(18, WRAPPED),
                row.<List>required(19, RAW),
                row.<Money>required(20, PRICE),
                row.<Long>nullable(21, LEVEL),
                row.<String>required(22, HOSTILE),
                row.<String>required(23, MODEL_),
                row.<String>required(24, VALUES),
                row.<String>required(25, VALUES_));
    }
}
