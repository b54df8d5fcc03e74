package dev.kindred.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.internal.model.ColumnTrait;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTypeTests {

    private static TypeName builtIn(String name, List<Integer> modifiers) {
        return new TypeName(name, true, false, modifiers);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "char|bpchar|1",
                "char(3)|bpchar|3",
                "CHARACTER (3)|bpchar|3",
                "bpchar(3)|bpchar|3",
                "varchar(5)|varchar|5",
                "character varying(5)|varchar|5",
                "character  varying|varchar|",
                "numeric(10,2)|numeric|10 2",
                "numeric( 10 , 2 )|numeric|10 2",
                "numeric(10)|numeric|10 0",
                "numeric(2,-3)|numeric|2 -3",
                "decimal|numeric|",
                "int|int4|",
                "integer|int4|",
                "bigint|int8|",
                "smallint|int2|",
                "boolean|bool|",
                "double precision|float8|",
                "float(24)|float4|",
                "float(25)|float8|",
                "real|float4|",
                "timestamp with time zone|timestamptz|",
                "timestamp(3) with time zone|timestamptz|3",
                "timestamp (0) without time zone|timestamp|0",
                "timestamptz(6)|timestamptz|6",
                "time with time zone|timetz|",
                "bit varying(8)|varbit|8"
            })
    void namesOfTheStandardAreThoseOfTheServer(String written, String name, String modifiers) {
        List<Integer> numbers = modifiers == null
                ? List.of()
                : Arrays.stream(modifiers.split(" ")).map(Integer::valueOf).toList();

        assertThat(WrittenType.parse(written)).isEqualTo(builtIn(name, numbers));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "citext|citext|",
                "varchar|varchar|",
                "public.Mood|public.Mood|",
                "My Type|My Type|",
                "\"char\"|char|",
                "pg_catalog.\"char\"|pg_catalog.char|",
                "\"left side\".\"a \"\"mood\"\"\"|left side.a \"mood\"|",
                "vector(3)|vector|3",
                "bit(8)|bit|8"
            })
    void otherNamesAreTakenAsTheyAre(String written, String name, String modifiers) {
        List<Integer> numbers = modifiers == null ? List.of() : List.of(Integer.valueOf(modifiers));

        assertThat(WrittenType.parse(written)).isEqualTo(new TypeName(name, false, false, numbers));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "varchar(0)",
                "varchar(5,2)",
                "varchar(n)",
                "varchar(",
                "varchar(5",
                "numeric(0)",
                "numeric(1,2,3)",
                "integer(4)",
                "timestamp(7)",
                "timestamp with timezone",
                "double",
                "interval year to month",
                "integer array",
                "text[]",
                "bigserial",
                "\"char",
                "\"a.b\"",
                "geometry(Point,4326)"
            })
    void whatCannotBeATypeIsRefused(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> SqlTypes.named(SqlTypes.STRING, written));
    }

    @Test
    void anEnumIsStoredInATypeOfTextOrAnEnumType() {
        SqlType<ColumnTrait> text = SqlTypes.enumAs(ColumnTrait.class, "varchar(20)");

        assertThat(text.enumLabels()).isEmpty();
        assertThat(text.name().name()).isEqualTo("varchar");
        assertThat(SqlTypes.enumAs(ColumnTrait.class, "trait").enumLabels()).contains("ID");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SqlTypes.enumAs(ColumnTrait.class, "integer"))
                .withMessageContaining("holds no enum");
    }

    @Test
    void theTypeOfOneByteRefusesWhatItWouldCut() {
        SqlType<String> type = SqlTypes.named(SqlTypes.STRING, "\"char\"");

        assertThat(type.toWire("a", WireContext.none())).isEqualTo("a");
        assertThatIllegalArgumentException().isThrownBy(() -> type.toWire("ab", WireContext.none()));
        assertThatIllegalArgumentException().isThrownBy(() -> type.toWire("é", WireContext.none()));
    }
}
