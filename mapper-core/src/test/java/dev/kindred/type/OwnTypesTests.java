package dev.kindred.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MappingException;
import dev.kindred.internal.model.GenericType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OwnTypesTests {

    private enum Colour {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "not its name";
            }
        }
    }

    private record Money(BigDecimal amount) {}

    private static final class MoneyCodec implements Codec<Money, BigDecimal> {
        @Override
        public BigDecimal encode(Money value) {
            return value.amount();
        }

        @Override
        public Money decode(BigDecimal value) {
            return new Money(value);
        }
    }

    /** Records the types that it receives. */
    private static final class RecordingFormat implements JsonFormat {
        private final List<Type> types = new ArrayList<>();

        @Override
        public String write(Object value, Type type) {
            types.add(type);
            return "json of " + value;
        }

        @Override
        public Object read(String json, Type type) {
            types.add(type);
            return Map.of("read", json);
        }
    }

    @Test
    void anEnumIsStoredByTheNamesOfItsConstants() {
        for (SqlType<Colour> type :
                List.of(SqlTypes.enumAsText(Colour.class), SqlTypes.enumAs(Colour.class, "colour"))) {
            assertThat(type.javaType()).isEqualTo(Colour.class);
            assertThat(type.wireType()).isEqualTo(String.class);
            assertThat(Wire.to(type, Colour.GREEN)).isEqualTo("GREEN");
            assertThat(Wire.thereAndBack(type, Colour.RED)).isEqualTo(Colour.RED);
            assertThat(Wire.thereAndBack(type, Colour.GREEN)).isEqualTo(Colour.GREEN);
            Wire.assertRefused(() -> Wire.from(type, "SECRET"), Colour.class.getName(), "SECRET");
            Wire.assertRefused(() -> Wire.from(type, "red"), "not the name of a constant", "red ");
        }
    }

    @Test
    void anEnumInAnEnumTypeOfTheDatabaseIsCastBothWays() {
        SqlType<Colour> text = SqlTypes.enumAsText(Colour.class);
        SqlType<Colour> own = SqlTypes.enumAs(Colour.class, "paint.colour");

        assertThat(text.name()).isEqualTo(new TypeName("text", true, false));
        assertThat(text.castOnWrite()).isFalse();
        assertThat(text.readAsText()).isFalse();
        assertThat(own.name()).isEqualTo(new TypeName("paint.colour", false, false));
        assertThat(own.castOnWrite()).isTrue();
        assertThat(own.readAsText()).isTrue();
    }

    @Test
    void aCodecTurnsAValueIntoItsBaseAndBack() {
        SqlType<Money> type = SqlTypes.converted(Money.class, new MoneyCodec(), SqlTypes.BIG_DECIMAL);
        Money money = new Money(new BigDecimal("9.99"));

        assertThat(type.javaType()).isEqualTo(Money.class);
        assertThat(type.name()).isEqualTo(SqlTypes.BIG_DECIMAL.name());
        assertThat(type.wireType()).isEqualTo(BigDecimal.class);
        assertThat(type.castOnWrite()).isFalse();
        assertThat(type.readAsText()).isFalse();
        assertThat(Wire.to(type, money)).isEqualTo(new BigDecimal("9.99"));
        assertThat(Wire.thereAndBack(type, money)).isEqualTo(money);
        assertThat(Wire.thereAndBack(SqlTypes.list(type), List.of(money))).containsExactly(money);
    }

    @Test
    void aCodecOnATypeWithCastsKeepsThem() {
        SqlType<String> type = SqlTypes.converted(
                String.class,
                new Codec<String, Colour>() {
                    @Override
                    public Colour encode(String value) {
                        return Colour.valueOf(value);
                    }

                    @Override
                    public String decode(Colour value) {
                        return value.name();
                    }
                },
                SqlTypes.enumAs(Colour.class, "colour"));

        assertThat(type.castOnWrite()).isTrue();
        assertThat(type.readAsText()).isTrue();
        assertThat(Wire.thereAndBack(type, "RED")).isEqualTo("RED");
    }

    @Test
    void anErrorOfACodecNamesItsLineAndNotTheValue() {
        SqlType<Money> type = SqlTypes.converted(
                Money.class,
                new Codec<>() {
                    @Override
                    public String encode(Money value) {
                        throw new IllegalArgumentException("SECRET");
                    }

                    @Override
                    public Money decode(String value) {
                        return new Money(new BigDecimal(UUID.fromString(value).version()));
                    }
                },
                SqlTypes.STRING);

        Wire.assertRefused(() -> Wire.to(type, new Money(BigDecimal.ONE)), "OwnTypesTests.java", "SECRET");
        Wire.assertRefused(() -> Wire.from(type, "SECRET"), "IllegalArgumentException at ", "SECRET");
    }

    @Test
    void aTypeOfTheServerByAnotherNameKeepsItsValues() {
        SqlType<String> citext = SqlTypes.named(SqlTypes.STRING, "public.citext");
        SqlType<Integer> rank = SqlTypes.named(SqlTypes.INTEGER, "rank");

        assertThat(citext.name()).isEqualTo(new TypeName("public.citext", false, false));
        assertThat(citext.castOnWrite()).isTrue();
        assertThat(citext.readAsText()).isTrue();
        assertThat(citext.castOnRead()).isEqualTo(new TypeName("text", true, false));
        assertThat(Wire.thereAndBack(citext, "a")).isEqualTo("a");
        assertThat(rank.javaType()).isEqualTo(Integer.class);
        assertThat(rank.castOnWrite()).isTrue();
        assertThat(rank.readAsText()).isFalse();
        assertThat(rank.castOnRead()).isEqualTo(new TypeName("int4", true, false));
        assertThat(SqlTypes.list(rank).castOnRead()).isEqualTo(new TypeName("int4", true, true));
        assertThat(SqlTypes.INTEGER.castOnRead()).isNull();
        assertThat(Wire.thereAndBack(rank, 7)).isEqualTo(7);
    }

    @Test
    void aDocumentGoesThroughTheFormatWithItsType() {
        Type generic = GenericType.of(Map.class, String.class, Integer.class);
        SqlType<Map<String, String>> type = SqlTypes.json(Map.class, generic, "jsonb");
        RecordingFormat format = new RecordingFormat();

        assertThat(type.javaType()).isEqualTo(Map.class);
        assertThat(type.name()).isEqualTo(new TypeName("jsonb", true, false));
        assertThat(type.wireType()).isEqualTo(String.class);
        assertThat(type.castOnWrite()).isTrue();
        assertThat(type.readAsText()).isTrue();
        assertThat(type.toWire(Map.of("a", "b"), WireContext.of(format, List.of())))
                .isEqualTo("json of {a=b}");
        assertThat(type.fromWire("{}", WireContext.of(format, List.of()))).containsEntry("read", "{}");
        assertThat(format.types).containsExactly(generic, generic);
        assertThat(SqlTypes.json(Map.class, generic, "json").name().name()).isEqualTo("json");
    }

    @Test
    void aDocumentWithoutAFormatIsAnErrorThatSaysHowToSetOne() {
        SqlType<Map<String, String>> type = SqlTypes.json(Map.class, Map.class, "jsonb");

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Wire.to(type, Map.of("secret", "secret")))
                .withMessageContaining("jsonFormat(..)")
                .withMessageContaining("JacksonJsonFormat.create()")
                .withMessageNotContaining("secret");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Wire.from(type, "{\"secret\":1}"))
                .withMessageContaining("jsonFormat(..)")
                .withMessageNotContaining("secret");
    }

    @Test
    void aGenericTypeTellsItsParts() {
        Type inner = GenericType.of(List.class, Integer.class);
        Type type = GenericType.of(Map.Entry.class, String.class, inner);

        assertThat(type).isInstanceOfSatisfying(ParameterizedType.class, parameterized -> {
            assertThat(parameterized.getRawType()).isEqualTo(Map.Entry.class);
            assertThat(parameterized.getActualTypeArguments()).containsExactly(String.class, inner);
            assertThat(parameterized.getOwnerType()).isEqualTo(Map.class);
        });
        assertThat(type).isEqualTo(GenericType.of(Map.Entry.class, String.class, inner));
        assertThat(type.toString()).contains("Entry", "String", "List", "Integer");
    }
}
