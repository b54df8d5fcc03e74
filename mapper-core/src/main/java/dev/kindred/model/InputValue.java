package dev.kindred.model;

import dev.kindred.error.InputViolation;
import dev.kindred.error.InputViolation.Code;
import dev.kindred.error.MappingException;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.util.Conversions;
import dev.kindred.type.SqlType;
import dev.kindred.type.WireContext;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result of converting an input value for a column: the value in the column's type, or the violation. */
record InputValue(@Nullable Object value, @Nullable InputViolation violation) {

    private static final Map<Class<?>, BigDecimal> LARGEST = Map.of(
            Short.class, BigDecimal.valueOf(Short.MAX_VALUE),
            Integer.class, BigDecimal.valueOf(Integer.MAX_VALUE),
            Long.class, BigDecimal.valueOf(Long.MAX_VALUE),
            Float.class, new BigDecimal(Float.MAX_VALUE),
            Double.class, new BigDecimal(Double.MAX_VALUE));

    /** Converts {@code value} for {@code column}. */
    static InputValue of(EntityColumn<?, ?> column, @Nullable Object value) {
        if (value == null) {
            return Nodes.of(column).is(ColumnTrait.NULLABLE)
                    ? new InputValue(null, null)
                    : refused(column, Code.NULL, null);
        }
        @Nullable InputViolation outside = outsideOfType(column, value);
        if (outside != null) {
            return new InputValue(null, outside);
        }
        @Nullable Object converted = Conversions.fromInput(column.type().javaType(), value);
        if (converted == null) {
            return refused(column, Code.WRONG_TYPE, null);
        }
        @Nullable InputViolation misfit = misfit(column, converted);
        return new InputValue(converted, misfit);
    }

    private static InputValue refused(EntityColumn<?, ?> column, Code code, @Nullable Number limit) {
        return new InputValue(null, new InputViolation(column.member(), code, limit));
    }

    /** A number out of the range of the member's type has its own violation, apart from values that are not numbers. */
    private static @Nullable InputViolation outsideOfType(EntityColumn<?, ?> column, Object value) {
        Class<?> type = column.type().javaType();
        @Nullable BigDecimal largest = LARGEST.get(type);
        @Nullable BigDecimal number = decimal(value);
        if (largest == null || number == null) {
            return null;
        }
        boolean isInteger = type != Float.class && type != Double.class;
        BigDecimal smallest = isInteger ? largest.negate().subtract(BigDecimal.ONE) : largest.negate();
        return outside(column, number, smallest, largest);
    }

    private static @Nullable InputViolation misfit(EntityColumn<?, ?> column, Object converted) {
        List<Integer> modifiers = Nodes.of(column).storage().modifiers();
        if (converted instanceof String text && modifiers.size() == 1) {
            int longest = modifiers.get(0);
            if (text.codePointCount(0, text.length()) > longest) {
                return new InputViolation(column.member(), Code.TOO_LONG, longest);
            }
        }
        @Nullable BigDecimal number = decimal(converted);
        if (number != null && modifiers.size() == 2) {
            @Nullable InputViolation outside = outsideOfPrecision(column, number, modifiers);
            if (outside != null) {
                return outside;
            }
        }
        return isStorable(column.type(), converted)
                ? null
                : new InputViolation(column.member(), Code.NOT_STORABLE, null);
    }

    /**
     * The server rounds to the scale before it checks the precision. A number with very many digits is refused without
     * rounding.
     */
    private static @Nullable InputViolation outsideOfPrecision(
            EntityColumn<?, ?> column, BigDecimal number, List<Integer> modifiers) {
        int scale = modifiers.get(1);
        BigDecimal largest = new BigDecimal(BigInteger.TEN.pow(modifiers.get(0)).subtract(BigInteger.ONE), scale);
        boolean isLong = (long) number.precision() - number.scale() > modifiers.get(0) + 1L;
        BigDecimal stored = isLong ? number : rounded(number, scale);
        return outside(column, stored, largest.negate(), largest);
    }

    private static BigDecimal rounded(BigDecimal number, int scale) {
        boolean isTiny = (long) number.scale() - number.precision() > scale;
        return isTiny ? BigDecimal.ZERO : number.setScale(scale, RoundingMode.HALF_UP);
    }

    private static @Nullable InputViolation outside(
            EntityColumn<?, ?> column, BigDecimal number, BigDecimal smallest, BigDecimal largest) {
        if (number.compareTo(largest) > 0) {
            return new InputViolation(column.member(), Code.TOO_LARGE, largest);
        }
        return number.compareTo(smallest) < 0 ? new InputViolation(column.member(), Code.TOO_SMALL, smallest) : null;
    }

    private static @Nullable BigDecimal decimal(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        boolean isFinite = value instanceof Number number && Double.isFinite(number.doubleValue());
        return isFinite ? new BigDecimal(value.toString()) : null;
    }

    /**
     * Encodes the value to find out whether the column can store it. JSON is skipped, because its format belongs to the
     * mapper.
     */
    @SuppressWarnings("unchecked") // the value is of the class of the type
    private static <T> boolean isStorable(SqlType<T> type, Object value) {
        try {
            type.toWire((T) value, WireContext.none());
            return true;
        } catch (MappingException e) {
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
