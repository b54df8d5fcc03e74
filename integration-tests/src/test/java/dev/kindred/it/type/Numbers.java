package dev.kindred.it.type;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Primitive and nullable numbers. */
@Table("numbers")
public record Numbers(
        @Id int id,
        byte tiny,
        short small,
        int medium,
        long large,
        float single,
        double twice,
        boolean yes,
        char letter,
        @Nullable Byte boxedTiny,
        @Nullable Short boxedSmall,
        @Nullable Integer boxedMedium,
        @Nullable Long boxedLarge,
        @Nullable Float boxedSingle,
        @Nullable Double boxedTwice,
        @Nullable Boolean boxedYes,
        @Nullable Character boxedLetter,
        @Nullable BigDecimal decimal,
        @Nullable BigInteger whole) {

    static final String TABLE = """
            create table numbers (
                id int primary key, tiny int2 not null, small int2 not null, medium int4 not null, large int8 not null,
                single float4 not null, twice float8 not null, yes bool not null, letter char(1) not null,
                boxed_tiny int2, boxed_small int2, boxed_medium int4, boxed_large int8, boxed_single float4, \
            boxed_twice float8,
                boxed_yes bool, boxed_letter text, decimal numeric, whole numeric);
            """;

    static Numbers least() {
        return new Numbers(
                1,
                Byte.MIN_VALUE,
                Short.MIN_VALUE,
                Integer.MIN_VALUE,
                Long.MIN_VALUE,
                -Float.MAX_VALUE,
                -Double.MAX_VALUE,
                false,
                'a',
                Byte.MIN_VALUE,
                Short.MIN_VALUE,
                Integer.MIN_VALUE,
                Long.MIN_VALUE,
                Float.MIN_VALUE,
                Double.NEGATIVE_INFINITY,
                false,
                '\'',
                new BigDecimal("-0.0000"),
                new BigInteger("-" + "9".repeat(100)));
    }

    static Numbers most() {
        return new Numbers(
                2,
                Byte.MAX_VALUE,
                Short.MAX_VALUE,
                Integer.MAX_VALUE,
                Long.MAX_VALUE,
                Float.MAX_VALUE,
                Double.MAX_VALUE,
                true,
                'ß',
                Byte.MAX_VALUE,
                Short.MAX_VALUE,
                Integer.MAX_VALUE,
                Long.MAX_VALUE,
                Float.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                true,
                '"',
                new BigDecimal("1".repeat(60) + "." + "20".repeat(30)),
                BigInteger.ONE);
    }

    static Numbers none() {
        return new Numbers(
                3, (byte) 0, (short) 0, 0, 0, 0, 0, false, 'x', null, null, null, null, null, null, null, null, null,
                null);
    }

    static Numbers plain() {
        return new Numbers(
                4,
                (byte) 1,
                (short) 2,
                3,
                4,
                5.5f,
                6.25,
                true,
                'y',
                (byte) 1,
                (short) 2,
                3,
                4L,
                5.5f,
                6.25,
                true,
                'z',
                new BigDecimal("0.00"),
                BigInteger.ZERO);
    }
}
