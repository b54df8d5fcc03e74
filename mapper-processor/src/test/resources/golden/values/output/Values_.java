package app;

import dev.kindred.model.Column;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.EntityModel;
import dev.kindred.model.RowValues;
import dev.kindred.model.TextColumn;
import dev.kindred.sql.TableName;
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
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class Values_ {
    /**
     * The column of {@code id}.
     */
    public static final TextColumn<Values> ID = TextColumn.of(ColumnDefinition.of(
            Values.class, "id", "id", SqlTypes.named(SqlTypes.STRING, "citext"), Values::id)
            .with(ColumnTrait.ID));

    /**
     * The column of {@code mood}.
     */
    public static final Column<Values, Values.Mood> MOOD = ColumnDefinition.of(
            Values.class, "mood", "mood", SqlTypes.enumAsText(Values.Mood.class), Values::mood)
            .column();

    /**
     * The column of {@code typed}.
     */
    public static final Column<Values, Values.Mood> TYPED = ColumnDefinition.of(
            Values.class, "typed", "typed", SqlTypes.enumAs(Values.Mood.class, "app.mood"), Values::typed)
            .with(ColumnTrait.NULLABLE)
            .column();

    /**
     * The column of {@code texts}.
     */
    public static final Column<Values, String[]> TEXTS = ColumnDefinition.of(
            Values.class, "texts", "texts", SqlTypes.array(SqlTypes.STRING, String[].class), Values::texts)
            .column();

    /**
     * The column of {@code numbers}.
     */
    public static final Column<Values, int[]> NUMBERS = ColumnDefinition.of(
            Values.class, "numbers", "numbers", SqlTypes.array(SqlTypes.INTEGER, int[].class), Values::numbers)
            .column();

    /**
     * The column of {@code keys}.
     */
    public static final Column<Values, UUID[]> KEYS = ColumnDefinition.of(
            Values.class, "keys", "keys", SqlTypes.array(SqlTypes.UUID, UUID[].class), Values::keys)
            .with(ColumnTrait.NULLABLE)
            .column();

    /**
     * The column of {@code moods}.
     */
    public static final Column<Values, Values.Mood[]> MOODS = ColumnDefinition.of(
            Values.class, "moods", "moods", SqlTypes.array(SqlTypes.enumAsText(Values.Mood.class), Values.Mood[].class), Values::moods)
            .column();

    /**
     * The column of {@code typedMoods}.
     */
    public static final Column<Values, Values.Mood[]> TYPED_MOODS = ColumnDefinition.of(
            Values.class, "typedMoods", "typed_moods", SqlTypes.array(SqlTypes.enumAs(Values.Mood.class, "mood"), Values.Mood[].class), Values::typedMoods)
            .column();

    /**
     * The column of {@code blobs}.
     */
    public static final Column<Values, byte[][]> BLOBS = ColumnDefinition.of(
            Values.class, "blobs", "blobs", SqlTypes.array(SqlTypes.BYTES, byte[][].class), Values::blobs)
            .column();

    /**
     * The column of {@code flags}.
     */
    public static final Column<Values, boolean[]> FLAGS = ColumnDefinition.of(
            Values.class, "flags", "flags", SqlTypes.array(SqlTypes.BOOLEAN, boolean[].class), Values::flags)
            .column();

    /**
     * The column of {@code list}.
     */
    public static final Column<Values, List<String>> LIST = ColumnDefinition.of(
            Values.class, "list", "list", SqlTypes.list(SqlTypes.STRING), Values::list)
            .column();

    /**
     * The column of {@code gaps}.
     */
    public static final Column<Values, List<Long>> GAPS = ColumnDefinition.of(
            Values.class, "gaps", "gaps", SqlTypes.list(SqlTypes.LONG), Values::gaps)
            .column();

    /**
     * The column of {@code tags}.
     */
    public static final Column<Values, List<String>> TAGS = ColumnDefinition.of(
            Values.class, "tags", "tags", SqlTypes.list(SqlTypes.named(SqlTypes.STRING, "citext")), Values::tags)
            .column();

    /**
     * The column of {@code blobList}.
     */
    public static final Column<Values, List<byte[]>> BLOB_LIST = ColumnDefinition.of(
            Values.class, "blobList", "blob_list", SqlTypes.list(SqlTypes.BYTES), Values::blobList)
            .column();

    /**
     * The column of {@code points}.
     */
    public static final Column<Values, Map<String, List<? extends Values.Point>>> POINTS = ColumnDefinition.of(
            Values.class, "points", "points", SqlTypes.<Map<String, List<? extends Values.Point>>>json(Map.class, GenericType.of(Map.class, String.class, GenericType.of(List.class, Values.Point.class)), "jsonb"), Values::points)
            .column();

    /**
     * The column of {@code point}.
     */
    public static final Column<Values, Values.Point> POINT = ColumnDefinition.of(
            Values.class, "point", "point", SqlTypes.<Values.Point>json(Values.Point.class, Values.Point.class, "jsonb"), Values::point)
            .column();

    /**
     * The column of {@code line}.
     */
    public static final Column<Values, Values.Point[]> LINE = ColumnDefinition.of(
            Values.class, "line", "line", SqlTypes.<Values.Point[]>json(Values.Point[].class, Values.Point[].class, "json"), Values::line)
            .column();

    /**
     * The column of {@code anything}.
     */
    public static final Column<Values, List<?>> ANYTHING = ColumnDefinition.of(
            Values.class, "anything", "anything", SqlTypes.<List<?>>json(List.class, GenericType.of(List.class, Object.class), "jsonb"), Values::anything)
            .column();

    /**
     * The column of {@code wrapped}.
     */
    public static final Column<Values, Integer> WRAPPED = ColumnDefinition.of(
            Values.class, "wrapped", "wrapped", SqlTypes.<Integer>json(Integer.class, Integer.class, "jsonb"), Values::wrapped)
            .primitive(0)
            .column();

    /**
     * The column of {@code raw}.
     */
    public static final Column<Values, List> RAW = ColumnDefinition.of(
            Values.class, "raw", "raw", SqlTypes.<List>json(List.class, List.class, "jsonb"), Values::raw)
            .column();

    /**
     * The column of {@code price}.
     */
    public static final Column<Values, Money> PRICE = ColumnDefinition.of(
            Values.class, "price", "price", SqlTypes.converted(Money.class, new MoneyCodec(), SqlTypes.BIG_DECIMAL), Values::price)
            .column();

    /**
     * The column of {@code level}.
     */
    public static final Column<Values, Long> LEVEL = ColumnDefinition.of(
            Values.class, "level", "level", SqlTypes.converted(Long.class, new LevelCodec(), SqlTypes.enumAs(LevelCodec.Level.class, "level")), Values::level)
            .with(ColumnTrait.NULLABLE)
            .column();

    /**
     * The column of {@code hostile}.
     */
    public static final TextColumn<Values> HOSTILE = TextColumn.of(ColumnDefinition.of(
            Values.class, "hostile", "b\"a\\d\n"
                    + "\u0007\\u0041", SqlTypes.STRING, Values::hostile));

    /**
     * The column of {@code model}.
     */
    public static final TextColumn<Values> MODEL_ = TextColumn.of(ColumnDefinition.of(
            Values.class, "model", "model", SqlTypes.STRING, Values::model));

    /**
     * The column of {@code values}.
     */
    public static final TextColumn<Values> VALUES = TextColumn.of(ColumnDefinition.of(
            Values.class, "values", "values", SqlTypes.STRING, Values::values));

    /**
     * The column of {@code VALUES_}.
     */
    public static final TextColumn<Values> VALUES_ = TextColumn.of(ColumnDefinition.of(
            Values.class, "VALUES_", "values_", SqlTypes.STRING, Values::VALUES_));

    /**
     * What the mapper knows of {@link Values}.
     */
    public static final EntityModel<Values> MODEL = EntityModel.of(
            Values.class,
            TableName.of("hostile \"name\" \\ and\n"
                    + "line */"),
            List.of(ID, MOOD, TYPED, TEXTS, NUMBERS, KEYS, MOODS, TYPED_MOODS, BLOBS, FLAGS, LIST, GAPS, TAGS, BLOB_LIST, POINTS, POINT, LINE, ANYTHING, WRAPPED, RAW, PRICE, LEVEL, HOSTILE, MODEL_, VALUES, VALUES_),
            List.of(),
            Values_::instantiate);

    private Values_() {
    }

    private static Values instantiate(RowValues<Values> row) {
        return new Values(
                row.required(0, ID),
                row.required(1, MOOD),
                row.nullable(2, TYPED),
                row.required(3, TEXTS),
                row.required(4, NUMBERS),
                row.nullable(5, KEYS),
                row.required(6, MOODS),
                row.required(7, TYPED_MOODS),
                row.required(8, BLOBS),
                row.required(9, FLAGS),
                row.required(10, LIST),
                row.required(11, GAPS),
                row.required(12, TAGS),
                row.required(13, BLOB_LIST),
                row.required(14, POINTS),
                row.required(15, POINT),
                row.required(16, LINE),
                row.required(17, ANYTHING),
                row.required(18, WRAPPED),
                row.required(19, RAW),
                row.required(20, PRICE),
                row.nullable(21, LEVEL),
                row.required(22, HOSTILE),
                row.required(23, MODEL_),
                row.required(24, VALUES),
                row.required(25, VALUES_));
    }
}
