package dev.kindred.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.support.Product.Size;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArrayTypeTests {

    @Test
    void aListIsAnArrayOnTheWire() {
        SqlType<List<Integer>> type = SqlTypes.list(SqlTypes.INTEGER);

        assertThat(type.wireType()).isEqualTo(Integer[].class);
        assertThat(Wire.to(type, List.of(1, 2))).isEqualTo(new Integer[] {1, 2});
        assertThat(Wire.from(type, new Integer[] {1, 2})).containsExactly(1, 2);
    }

    @Test
    void elementsAreConvertedOneByOne() {
        SqlType<List<Byte>> type = SqlTypes.list(SqlTypes.BYTE);

        assertThat(Wire.to(type, List.of((byte) 1, (byte) -1))).isEqualTo(new Short[] {1, -1});
        assertThat(Wire.from(type, new Short[] {1, -1})).containsExactly((byte) 1, (byte) -1);
        Wire.assertRefused(() -> Wire.from(type, new Short[] {1, 777}), "the range of byte", "777");
        Wire.assertRefused(() -> Wire.to(SqlTypes.list(SqlTypes.STRING), List.of("a", "secret\0")), "NUL", "secret");
    }

    @Test
    void nullElementsAreKept() {
        List<@Nullable String> values = Arrays.asList("a", null, "b");
        @SuppressWarnings("unchecked") // the type of a list does not declare nullable elements
        SqlType<List<@Nullable String>> type =
                (SqlType<List<@Nullable String>>) (SqlType<?>) SqlTypes.list(SqlTypes.STRING);

        assertThat(Wire.to(type, values)).isEqualTo(new @Nullable String[] {"a", null, "b"});
        assertThat(Wire.thereAndBack(type, values)).containsExactly("a", null, "b");
        assertThat(Wire.thereAndBack(
                        SqlTypes.array(SqlTypes.INTEGER, Integer[].class), new @Nullable Integer[] {1, null}))
                .containsExactly(1, null);
    }

    @Test
    void emptyArraysAreKept() {
        assertThat(Wire.to(SqlTypes.list(SqlTypes.LONG), List.of())).isEqualTo(new Long[0]);
        assertThat(Wire.thereAndBack(SqlTypes.list(SqlTypes.LONG), List.of())).isEmpty();
        assertThat(Wire.thereAndBack(SqlTypes.array(SqlTypes.LONG, long[].class), new long[0]))
                .isEmpty();
        assertThat(Wire.thereAndBack(SqlTypes.array(SqlTypes.STRING, String[].class), new String[0]))
                .isEmpty();
    }

    @Test
    void aListThatWasReadCannotBeChanged() {
        List<Integer> list = Wire.from(SqlTypes.list(SqlTypes.INTEGER), new Integer[] {1});

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> list.add(2));
    }

    @Test
    void primitiveArraysAreBoxedOnTheWire() {
        assertThat(Wire.to(SqlTypes.array(SqlTypes.INTEGER, int[].class), new int[] {1, 2}))
                .isEqualTo(new Integer[] {1, 2});
        assertThat(Wire.thereAndBack(SqlTypes.array(SqlTypes.SHORT, short[].class), new short[] {1}))
                .containsExactly((short) 1);
        assertThat(Wire.thereAndBack(SqlTypes.array(SqlTypes.INTEGER, int[].class), new int[] {1, -1}))
                .containsExactly(1, -1);
        assertThat(Wire.thereAndBack(SqlTypes.array(SqlTypes.LONG, long[].class), new long[] {Long.MIN_VALUE}))
                .containsExactly(Long.MIN_VALUE);
        assertThat(Wire.thereAndBack(SqlTypes.array(SqlTypes.FLOAT, float[].class), new float[] {1.5f}))
                .containsExactly(1.5f);
        assertThat(Wire.thereAndBack(SqlTypes.array(SqlTypes.DOUBLE, double[].class), new double[] {1.5}))
                .containsExactly(1.5);
        assertThat(Wire.thereAndBack(SqlTypes.array(SqlTypes.BOOLEAN, boolean[].class), new boolean[] {true}))
                .containsExactly(true);
        assertThat(Wire.thereAndBack(SqlTypes.array(SqlTypes.CHARACTER, char[].class), new char[] {'a'}))
                .containsExactly('a');
    }

    @Test
    void aNullInAPrimitiveArrayIsRefused() {
        Wire.assertRefused(
                () -> Wire.from(SqlTypes.array(SqlTypes.INTEGER, int[].class), new @Nullable Integer[] {777, null}),
                "an element is null, which int[] cannot hold",
                "777");
    }

    @Test
    void bytesTravelAsHexadecimalTextInAnArray() {
        SqlType<List<byte[]>> type = SqlTypes.list(SqlTypes.BYTES);

        assertThat(type.castOnWrite()).isTrue();
        assertThat(type.readAsText()).isTrue();
        assertThat(Wire.to(type, List.of(new byte[] {0, 1, -1}, new byte[0]))).isEqualTo(new String[] {
            "\\x0001ff", "\\x"
        });
        assertThat(Wire.from(type, new String[] {"\\x0001ff", "\\x"}))
                .containsExactly(new byte[] {0, 1, -1}, new byte[0]);
        Wire.assertRefused(() -> Wire.from(type, new String[] {"\\000secret"}), "bytea_output", "secret");
    }

    @Test
    void castsAndNamesAreThoseOfTheElement() {
        SqlType<List<Size>> sizes = SqlTypes.list(SqlTypes.enumAs(Size.class, "shop.size"));
        SqlType<List<BigDecimal>> prices = SqlTypes.list(SqlTypes.BIG_DECIMAL);

        assertThat(sizes.name()).isEqualTo(new TypeName("shop.size", false, true));
        assertThat(sizes.castOnWrite()).isTrue();
        assertThat(sizes.readAsText()).isTrue();
        assertThat(prices.castOnWrite()).isFalse();
        assertThat(prices.readAsText()).isFalse();
        assertThat(Wire.thereAndBack(sizes, List.of(Size.LARGE))).containsExactly(Size.LARGE);
    }

    @Test
    void arraysOfTheSameElementAreTheSameType() {
        assertThat(SqlTypes.list(SqlTypes.LONG)).isEqualTo(SqlTypes.list(SqlTypes.LONG));
        assertThat(SqlTypes.list(SqlTypes.LONG)).isNotEqualTo(SqlTypes.list(SqlTypes.INTEGER));
        assertThat((Object) SqlTypes.array(SqlTypes.LONG, long[].class))
                .isNotEqualTo(SqlTypes.array(SqlTypes.LONG, Long[].class));
    }
}
