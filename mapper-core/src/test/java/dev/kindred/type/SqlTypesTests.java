package dev.kindred.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTypesTests {

    private static final Instant NOON = Instant.parse("2024-02-29T12:00:00.123456Z");
    private static final LocalDateTime NOON_HERE = LocalDateTime.parse("2024-02-29T12:00:00.123456");

    /** Every constant with its Java class, PostgreSQL type and wire class, and a value in both forms. */
    static Stream<Arguments> constants() {
        return Stream.of(
                arguments(SqlTypes.BOOLEAN, Boolean.class, "bool", Boolean.class, true, true),
                arguments(SqlTypes.SHORT, Short.class, "int2", Short.class, Short.MIN_VALUE, Short.MIN_VALUE),
                arguments(SqlTypes.INTEGER, Integer.class, "int4", Integer.class, 42, 42),
                arguments(SqlTypes.LONG, Long.class, "int8", Long.class, Long.MAX_VALUE, Long.MAX_VALUE),
                arguments(SqlTypes.FLOAT, Float.class, "float4", Float.class, Float.NaN, Float.NaN),
                arguments(SqlTypes.DOUBLE, Double.class, "float8", Double.class, -0.0, -0.0),
                arguments(
                        SqlTypes.BIG_DECIMAL,
                        BigDecimal.class,
                        "numeric",
                        BigDecimal.class,
                        new BigDecimal("1.10"),
                        new BigDecimal("1.10")),
                arguments(SqlTypes.UUID, UUID.class, "uuid", UUID.class, new UUID(1, 2), new UUID(1, 2)),
                arguments(SqlTypes.BYTES, byte[].class, "bytea", byte[].class, new byte[] {0, -1}, new byte[] {0, -1}),
                arguments(
                        SqlTypes.LOCAL_DATE,
                        LocalDate.class,
                        "date",
                        LocalDate.class,
                        LocalDate.EPOCH,
                        LocalDate.EPOCH),
                arguments(
                        SqlTypes.LOCAL_TIME, LocalTime.class, "time", LocalTime.class, LocalTime.NOON, LocalTime.NOON),
                arguments(
                        SqlTypes.OFFSET_TIME,
                        OffsetTime.class,
                        "timetz",
                        OffsetTime.class,
                        OffsetTime.parse("12:00+05:30"),
                        OffsetTime.parse("12:00+05:30")),
                arguments(
                        SqlTypes.LOCAL_DATE_TIME,
                        LocalDateTime.class,
                        "timestamp",
                        LocalDateTime.class,
                        NOON_HERE,
                        NOON_HERE),
                arguments(SqlTypes.INSTANT, Instant.class, "timestamptz", Instant.class, NOON, NOON),
                arguments(SqlTypes.STRING, String.class, "text", String.class, "é😀", "é😀"),
                arguments(SqlTypes.CHARACTER, Character.class, "text", String.class, 'é', "é"),
                arguments(SqlTypes.BYTE, Byte.class, "int2", Short.class, Byte.MIN_VALUE, (short) -128),
                arguments(
                        SqlTypes.BIG_INTEGER,
                        BigInteger.class,
                        "numeric",
                        BigDecimal.class,
                        BigInteger.TEN.pow(30),
                        new BigDecimal("1000000000000000000000000000000")),
                arguments(
                        SqlTypes.OFFSET_DATE_TIME,
                        OffsetDateTime.class,
                        "timestamptz",
                        Instant.class,
                        NOON.atOffset(ZoneOffset.UTC),
                        NOON),
                arguments(
                        SqlTypes.ZONED_DATE_TIME,
                        ZonedDateTime.class,
                        "timestamptz",
                        Instant.class,
                        NOON.atZone(ZoneOffset.UTC),
                        NOON),
                arguments(SqlTypes.YEAR, Year.class, "int4", Integer.class, Year.of(-44), -44),
                arguments(SqlTypes.YEAR_MONTH, YearMonth.class, "text", String.class, YearMonth.of(2024, 2), "2024-02"),
                arguments(SqlTypes.MONTH_DAY, MonthDay.class, "text", String.class, MonthDay.of(2, 29), "--02-29"),
                arguments(
                        SqlTypes.ZONE_ID,
                        ZoneId.class,
                        "text",
                        String.class,
                        ZoneId.of("Asia/Colombo"),
                        "Asia/Colombo"),
                arguments(
                        SqlTypes.ZONE_OFFSET,
                        ZoneOffset.class,
                        "text",
                        String.class,
                        ZoneOffset.ofHoursMinutes(5, 30),
                        "+05:30"),
                arguments(
                        SqlTypes.DURATION,
                        Duration.class,
                        "interval",
                        String.class,
                        Duration.ofMillis(-90_500),
                        "PT-1M-30.5S"),
                arguments(SqlTypes.PERIOD, Period.class, "interval", String.class, Period.of(1, 2, 3), "P1Y2M3D"));
    }

    @ParameterizedTest
    @MethodSource("constants")
    void everyTypeIsWrittenAndReadByItsWireClass(
            SqlType<Object> type, Class<?> javaType, String name, Class<?> wireType, Object value, Object wire) {
        assertThat(type.javaType()).isEqualTo(javaType);
        assertThat(type.name()).isEqualTo(new TypeName(name, true, false));
        assertThat(type.wireType()).isEqualTo(wireType);
        assertThat(Wire.to(type, value)).isEqualTo(wire);
        assertThat(Wire.thereAndBack(type, value)).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("constants")
    void intervalsAloneAreCast(SqlType<Object> type, Class<?> javaType, String name) {
        assertThat(type.castOnWrite()).isEqualTo(name.equals("interval"));
        assertThat(type.readAsText()).isEqualTo(name.equals("interval"));
    }

    @ParameterizedTest
    @MethodSource("constants")
    void everyTypeHasAnArray(SqlType<Object> type, Class<?> javaType, String name, Class<?> wireType, Object value) {
        SqlType<List<Object>> list = SqlTypes.list(type);

        assertThat(list.name()).isEqualTo(new TypeName(name, true, true));
        assertThat(list.javaType()).isEqualTo(List.class);
        assertThat(list.wireType().getComponentType()).isEqualTo(javaType == byte[].class ? String.class : wireType);
        assertThat(Wire.thereAndBack(list, List.of(value, value)))
                .usingRecursiveComparison()
                .isEqualTo(List.of(value, value));
    }

    @Test
    void noConstantIsLeftOutOfTheseTests() throws IllegalAccessException {
        List<Object> declared = new ArrayList<>();
        for (Field field : SqlTypes.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && SqlType.class.isAssignableFrom(field.getType())) {
                declared.add(field.get(null));
            }
        }

        assertThat(constants().map(arguments -> arguments.get()[0])).containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void timesWithAnOffsetKeepTheInstantAndComeBackInUtc() {
        OffsetDateTime offset = OffsetDateTime.parse("2024-02-29T17:30:00+05:30");
        ZonedDateTime zoned = offset.atZoneSameInstant(ZoneId.of("Asia/Colombo"));

        assertThat(Wire.thereAndBack(SqlTypes.OFFSET_DATE_TIME, offset))
                .isEqualTo(OffsetDateTime.parse("2024-02-29T12:00:00Z"));
        assertThat(Wire.thereAndBack(SqlTypes.ZONED_DATE_TIME, zoned))
                .isEqualTo(ZonedDateTime.parse("2024-02-29T12:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(shorts = {128, -129, Short.MAX_VALUE, Short.MIN_VALUE})
    void aNumberThatNoByteHoldsIsRefused(short number) {
        Wire.assertRefused(() -> Wire.from(SqlTypes.BYTE, number), "the range of byte", Short.toString(number));
    }

    @Test
    void everyByteIsKept() {
        for (int number = Byte.MIN_VALUE; number <= Byte.MAX_VALUE; number++) {
            assertThat(Wire.thereAndBack(SqlTypes.BYTE, (byte) number)).isEqualTo((byte) number);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "secret\0", "\0secret", "se\0cret"})
    void aTextWithNulIsRefused(String text) {
        Wire.assertRefused(() -> Wire.to(SqlTypes.STRING, text), "NUL", "secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret\ud800", "\udc00secret", "\udc00\ud800", "\ud800\ud800\udc00", "\ud83d secret"})
    void aTextWithAnUnpairedSurrogateIsRefused(String text) {
        Wire.assertRefused(() -> Wire.to(SqlTypes.STRING, text), "unpaired surrogate", "secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "😀", "a😀b", "\u0001\uffff", "\u202e\u200b"})
    void everyOtherTextIsKept(String text) {
        assertThat(Wire.thereAndBack(SqlTypes.STRING, text)).isEqualTo(text);
    }

    @Test
    void aCharacterIsOneCharacterThatCanBeStored() {
        Wire.assertRefused(() -> Wire.to(SqlTypes.CHARACTER, '\0'), "NUL", "\0");
        Wire.assertRefused(() -> Wire.to(SqlTypes.CHARACTER, '\ud800'), "surrogate", "\ud800");
        Wire.assertRefused(() -> Wire.from(SqlTypes.CHARACTER, "secret"), "6 characters", "secret");
        Wire.assertRefused(() -> Wire.from(SqlTypes.CHARACTER, ""), "0 characters", "secret");
    }

    @Test
    void whatIsStoredAsTextIsCheckedAsText() {
        SqlType<StringBuilder> type = SqlTypes.converted(StringBuilder.class, new BuilderCodec(), SqlTypes.STRING);

        Wire.assertRefused(() -> Wire.to(type, new StringBuilder("secret\0")), "NUL", "secret");
    }

    private static final class BuilderCodec implements Codec<StringBuilder, String> {
        @Override
        public String encode(StringBuilder value) {
            return value.toString();
        }

        @Override
        public StringBuilder decode(String value) {
            return new StringBuilder(value);
        }
    }

    @Test
    void anArrayNeedsAnArrayClass() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SqlTypes.array(SqlTypes.LONG, Long.class))
                .withMessage("arrayType must be an array class");
    }
}
