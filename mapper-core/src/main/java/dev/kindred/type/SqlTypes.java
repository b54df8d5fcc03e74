package dev.kindred.type;

import dev.kindred.internal.util.Checks;
import dev.kindred.type.ConvertedType.Cast;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The types that the mapper supports. Generated code refers to them; use them directly in a hand-written model.
 * <ul>
 * <li>Numbers are read exactly. A number that the Java type cannot hold is an error.
 * <li>Times have PostgreSQL's precision of a microsecond. A time outside PostgreSQL's range is refused. The minimum and
 * the maximum of a class represent infinity.
 * <li>{@code timestamptz} stores an instant without an offset. {@link OffsetDateTime} and {@link ZonedDateTime} are
 * read in UTC.
 * <li>{@code interval} keeps months, days and time apart. A {@link Period} is read with its months normalized to years.
 * </ul>
 */
public final class SqlTypes {

    public static final SqlType<Boolean> BOOLEAN = direct(Boolean.class, "bool");
    public static final SqlType<Short> SHORT = direct(Short.class, "int2");
    public static final SqlType<Integer> INTEGER = direct(Integer.class, "int4");
    public static final SqlType<Long> LONG = direct(Long.class, "int8");
    public static final SqlType<Float> FLOAT = direct(Float.class, "float4");
    public static final SqlType<Double> DOUBLE = direct(Double.class, "float8");
    public static final SqlType<BigDecimal> BIG_DECIMAL = direct(BigDecimal.class, "numeric");
    public static final SqlType<UUID> UUID = direct(UUID.class, "uuid");
    public static final SqlType<byte[]> BYTES = direct(byte[].class, "bytea");
    public static final SqlType<LocalDate> LOCAL_DATE =
            new CheckedType<>(direct(LocalDate.class, "date"), Times::storable);
    public static final SqlType<LocalTime> LOCAL_TIME = direct(LocalTime.class, "time");
    public static final SqlType<OffsetTime> OFFSET_TIME =
            like(direct(OffsetTime.class, "timetz"), OffsetTime.class, Times::storable, Times::received);
    public static final SqlType<LocalDateTime> LOCAL_DATE_TIME =
            new CheckedType<>(direct(LocalDateTime.class, "timestamp"), Times::storable);
    public static final SqlType<Instant> INSTANT =
            like(direct(Instant.class, "timestamptz"), Instant.class, Times::storable, Times::received);

    private static final SqlType<String> RAW_TEXT = direct(String.class, "text");
    public static final SqlType<String> STRING = new CheckedType<>(RAW_TEXT, Texts::storable);
    public static final SqlType<Character> CHARACTER = like(STRING, Character.class, String::valueOf, Texts::single);
    public static final SqlType<Byte> BYTE = like(SHORT, Byte.class, Byte::shortValue, SqlTypes::byteExact);
    public static final SqlType<BigInteger> BIG_INTEGER =
            like(BIG_DECIMAL, BigInteger.class, BigDecimal::new, BigDecimal::toBigIntegerExact);
    public static final SqlType<OffsetDateTime> OFFSET_DATE_TIME =
            like(INSTANT, OffsetDateTime.class, Times::instant, Times::inUtc);
    public static final SqlType<ZonedDateTime> ZONED_DATE_TIME = like(
            INSTANT, ZonedDateTime.class, Times::instant, i -> Times.inUtc(i).toZonedDateTime());
    public static final SqlType<Year> YEAR = like(INTEGER, Year.class, Year::getValue, Year::of);
    public static final SqlType<YearMonth> YEAR_MONTH =
            like(STRING, YearMonth.class, YearMonth::toString, Times::month);
    public static final SqlType<MonthDay> MONTH_DAY = like(STRING, MonthDay.class, MonthDay::toString, MonthDay::parse);
    public static final SqlType<ZoneId> ZONE_ID = like(STRING, ZoneId.class, ZoneId::getId, ZoneId::of);
    public static final SqlType<ZoneOffset> ZONE_OFFSET =
            like(STRING, ZoneOffset.class, ZoneOffset::getId, ZoneOffset::of);
    public static final SqlType<Duration> DURATION = new ConvertedType<>(
            Duration.class,
            TypeName.builtIn("interval"),
            RAW_TEXT,
            Cast.BOTH_WAYS,
            Duration::toString,
            Intervals::duration);
    public static final SqlType<Period> PERIOD = new ConvertedType<>(
            Period.class, TypeName.builtIn("interval"), RAW_TEXT, Cast.BOTH_WAYS, Period::toString, Intervals::period);

    /** The driver cannot read arrays of bytea and writes them wrongly, so they are exchanged as arrays of text. */
    private static final SqlType<byte[]> BYTES_IN_ARRAY = new ConvertedType<>(
            byte[].class, TypeName.builtIn("bytea"), RAW_TEXT, Cast.BOTH_WAYS, Texts::toHex, Texts::fromHex);

    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "citext");

    private SqlTypes() {}

    /**
     * Returns the default type of {@code javaType}.
     *
     * @throws IllegalArgumentException if the class has no default type, as for enums, lists and arrays other than
     *     {@code byte[]}
     */
    public static SqlType<?> typeOf(Class<?> javaType) {
        @Nullable
        SqlType<?> type = TypesByClass.get(MethodType.methodType(Checks.notNull(javaType, "javaType"))
                .wrap()
                .returnType());
        if (type == null) {
            throw new IllegalArgumentException(javaType.getName()
                    + " has no SQL type of its own. Name one: SqlTypes.enumAsText(..), SqlTypes.list(..), or the"
                    + " type() of"
                    + " a column.");
        }
        return type;
    }

    /** Returns the type of an enum that is stored as text, by constant name. */
    public static <T extends Enum<T>> SqlType<T> enumAsText(Class<T> type) {
        Map<String, T> constants = constantsOf(type);
        return like(STRING, type, Enum::name, name -> constant(type, constants, name));
    }

    /**
     * Returns the type of an enum that is stored in the PostgreSQL enum type {@code databaseType} or in a text type, by
     * constant name.
     */
    public static <T extends Enum<T>> SqlType<T> enumAs(Class<T> type, String databaseType) {
        TypeName name = WrittenType.parse(databaseType);
        if (TEXTS.contains(name.name())) {
            return named(enumAsText(type), databaseType);
        }
        Checks.argument(
                !name.builtIn(),
                "the column type " + databaseType
                        + " holds no enum. Use a type of text, or an enum type of PostgreSQL.");
        Map<String, T> constants = constantsOf(type);
        return new ConvertedType<>(
                type, name, RAW_TEXT, Cast.BOTH_WAYS, Enum::name, label -> constant(type, constants, label));
    }

    /**
     * Returns the type of an array of {@code element}, mapped to the Java array {@code arrayType}, for example {@code
     * int[].class}.
     */
    public static <T, E> SqlType<T> array(SqlType<E> element, Class<T> arrayType) {
        Checks.argument(arrayType.isArray(), "arrayType must be an array class");
        Checks.argument(
                MethodType.methodType(arrayType.getComponentType()).wrap().returnType() == element.javaType(),
                "arrayType must be an array of " + element.javaType().getName());
        return ArrayType.array(inArray(element), arrayType);
    }

    /** Returns the type of an array of {@code element}, mapped to an unmodifiable {@link List}. */
    public static <E> SqlType<List<E>> list(SqlType<E> element) {
        return ArrayType.list(inArray(element));
    }

    /**
     * Returns the type of a JSON document.
     *
     * @param javaType the erasure of {@code genericType}
     * @param genericType the type that the JSON format receives, with its type arguments
     * @param databaseType {@code jsonb} or {@code json}
     */
    public static <T> SqlType<T> json(Class<?> javaType, Type genericType, String databaseType) {
        Checks.argument(
                "jsonb".equals(databaseType) || "json".equals(databaseType), "databaseType must be jsonb or json");
        return new JsonType<>(javaType, genericType, TypeName.builtIn(databaseType));
    }

    /**
     * Returns the type of a user-defined class that {@code codec} converts to {@code base}. A mapper that has an
     * instance of the class of {@code codec} uses its own instance.
     */
    public static <T, W> SqlType<T> converted(Class<T> javaType, Codec<T, W> codec, SqlType<W> base) {
        return new CodecType<>(
                Checks.notNull(javaType, "javaType"),
                Checks.notNull(codec, "codec").getClass(),
                codec,
                Checks.notNull(base, "base"));
    }

    /**
     * Returns the type of a user-defined class that a codec converts to {@code base}. The mapper must have an instance
     * of the class {@code codec}. Without one, each conversion fails with a {@link
     * dev.kindred.error.MappingException}.
     */
    public static <T, W> SqlType<T> converted(Class<T> javaType, Class<? extends Codec<T, W>> codec, SqlType<W> base) {
        return new CodecType<>(
                Checks.notNull(javaType, "javaType"),
                Checks.notNull(codec, "codec"),
                null,
                Checks.notNull(base, "base"));
    }

    /**
     * Returns {@code base} for a column of another PostgreSQL type. Parameters are cast to that type. Selected columns
     * are cast to the type of {@code base}, or to text if values are exchanged as text.
     *
     * @param databaseType the type in SQL syntax: {@code citext}, {@code numeric(10,2)}, {@code timestamp with time
     * zone}. A name in double quotes is used verbatim. Only schema generation uses a length or precision
     * @throws IllegalArgumentException if it is not a valid type name
     */
    public static <T> SqlType<T> named(SqlType<T> base, String databaseType) {
        Checks.argument(
                !Checks.notNull(base, "base").name().array(), "base must not be an array; name its element instead");
        TypeName name = WrittenType.parse(databaseType);
        boolean isSingleByte = name.name().equals("char");
        return new ConvertedType<>(
                base.javaType(),
                name,
                base,
                Cast.BOTH_WAYS,
                value -> isSingleByte ? Texts.singleByte(value) : value,
                value -> value);
    }

    private static <E> SqlType<E> inArray(SqlType<E> element) {
        Checks.argument(!Checks.notNull(element, "element").name().array(), "element must not be an array itself");
        return element.wireType() == byte[].class ? asText(element) : element;
    }

    /** Returns a type of bytes, or of values that are converted to bytes, that is exchanged as text. */
    @SuppressWarnings("unchecked") // both types hold byte[]
    private static <T> SqlType<T> asText(SqlType<T> type) {
        if (type instanceof CodecType<T, ?> converted) {
            return converted.over(SqlTypes::asText);
        }
        if (type instanceof ConvertedType<T, ?> converted) {
            return converted.over(SqlTypes::asText);
        }
        return type == BYTES ? (SqlType<T>) BYTES_IN_ARRAY : type;
    }

    private static <T> SqlType<T> direct(Class<T> type, String name) {
        return new DirectType<>(type, TypeName.builtIn(name));
    }

    private static <T, W> SqlType<T> like(
            SqlType<W> base, Class<T> type, Function<T, W> encode, Function<W, T> decode) {
        return new ConvertedType<>(type, base.name(), base, Cast.NONE, encode, decode);
    }

    private static byte byteExact(short value) {
        if (value != (byte) value) {
            throw new IllegalArgumentException("the number is out of the range of byte");
        }
        return (byte) value;
    }

    private static <T extends Enum<T>> Map<String, T> constantsOf(Class<T> type) {
        Map<String, T> constants = new HashMap<>();
        for (T constant : type.getEnumConstants()) {
            constants.put(constant.name(), constant);
        }
        return Map.copyOf(constants);
    }

    private static <T> T constant(Class<T> type, Map<String, T> constants, String name) {
        T constant = constants.get(name);
        if (constant == null) {
            throw new IllegalArgumentException("the text is not the name of a constant of " + type.getName());
        }
        return constant;
    }
}
