package dev.kindred.internal.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.Handmade;
import dev.kindred.support.Booking_;
import dev.kindred.support.User_;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SharedKeysTests {

    private record Keyed(Object key) {}

    @SuppressWarnings("unchecked") // no value is read
    private static <T> EntityColumn<Keyed, T> column(SqlType<T> type) {
        return Handmade.plain(ColumnDefinition.of(Keyed.class, "key", "key", type, (Keyed keyed) -> (T) keyed.key()));
    }

    private static boolean isExact(SqlType<?> type) {
        return SharedKeys.areExact(List.of(column(type)));
    }

    private static List<Object> keys(long... keys) {
        return LongStream.of(keys).boxed().map(Object.class::cast).toList();
    }

    @Test
    void eachKeyIsSentOnceAndHasItsCallers() {
        SharedKeys keys = new SharedKeys(10);

        assertThat(keys.add(keys(7))).isTrue();
        assertThat(keys.add(keys(8, 7))).isTrue();
        assertThat(keys.add(keys(8))).isTrue();

        assertThat(keys.callers()).isEqualTo(3);
        assertThat(keys.size()).isEqualTo(2);
        assertThat(keys.callersOf(7L)).containsExactly(0, 1);
        assertThat(keys.callersOf(8L)).containsExactly(1, 2);
        assertThat(keys.callersOf(9L)).isEmpty();
        assertThat(keys.keysOf(1)).containsExactly(8L, 7L);
        assertThat(keys.rows(List.of(User_.ID)).arrays())
                .extracting(Parameter::value)
                .containsExactly(List.of(7L, 8L));
    }

    @Test
    void numbersAreEqualWithAnyTypeAndScale() {
        SharedKeys keys = new SharedKeys(10);

        keys.add(List.of(1));
        keys.add(List.of(new BigDecimal("1.00")));
        keys.add(List.of((short) 1));

        assertThat(keys.size()).isEqualTo(1);
        assertThat(keys.callersOf(1L)).containsExactly(0, 1, 2);
    }

    @Test
    void theNumberOfDistinctKeysIsLimited() {
        SharedKeys keys = new SharedKeys(3);

        assertThat(keys.add(keys(1, 2))).isTrue();
        assertThat(keys.add(keys(3, 4))).isFalse();
        assertThat(keys.add(keys(2, 3))).isTrue();
        assertThat(keys.add(keys(1))).isTrue();
        assertThat(keys.add(keys(4))).isFalse();

        assertThat(keys.callers()).isEqualTo(3);
        assertThat(keys.size()).isEqualTo(3);
        assertThat(keys.callersOf(4L)).isEmpty();
    }

    @Test
    void theFirstCallerIsAlwaysAdded() {
        SharedKeys keys = new SharedKeys(1);

        assertThat(keys.add(keys(1, 2, 3))).isTrue();
        assertThat(keys.add(keys(1))).isTrue();
        assertThat(keys.add(keys(4))).isFalse();
    }

    @Test
    void aKeyOfSeveralColumnsIsAList() {
        SharedKeys keys = new SharedKeys(10);

        keys.add(List.of(List.of("a", 1)));
        keys.add(List.of(List.of("a", 1L)));
        keys.add(List.of(List.of("b", 1L)));

        assertThat(keys.size()).isEqualTo(2);
        assertThat(keys.callersOf(List.of("a", 1L))).containsExactly(0, 1);
    }

    @Test
    void serverAndJavaAgreeOnTheEqualityOfSomeTypesOnly() {
        assertThat(isExact(SqlTypes.LONG)).isTrue();
        assertThat(isExact(SqlTypes.INTEGER)).isTrue();
        assertThat(isExact(SqlTypes.SHORT)).isTrue();
        assertThat(isExact(SqlTypes.UUID)).isTrue();
        assertThat(isExact(SqlTypes.BIG_DECIMAL)).isTrue();
        assertThat(isExact(SqlTypes.STRING)).isFalse();
        assertThat(isExact(SqlTypes.DOUBLE)).isFalse();
        assertThat(SharedKeys.areExact(List.of())).isFalse();
        assertThat(SharedKeys.areExact(List.of(Booking_.HOUSE, Booking_.ID))).isFalse();
    }
}
