package dev.kindred.internal.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.Handmade;
import dev.kindred.support.Booking;
import dev.kindred.support.Booking_;
import dev.kindred.support.Product;
import dev.kindred.support.Product.Size;
import dev.kindred.support.Product_;
import dev.kindred.support.Profile;
import dev.kindred.support.Profile_;
import dev.kindred.support.Rendered;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyRowsTests {

    /** An entity with a key of any type. */
    private record Keyed(@Nullable Object key) {}

    @SuppressWarnings("unchecked") // the tests use keys of the column's type
    private static <T> EntityColumn<Keyed, T> column(SqlType<T> type) {
        return Handmade.plain(ColumnDefinition.of(Keyed.class, "key", "key", type, (Keyed keyed) -> (T) keyed.key()));
    }

    private static KeyRows<Keyed> keyed(SqlType<?> type, @Nullable Object... keys) {
        KeyRows<Keyed> rows = new KeyRows<>(List.of(column(type)));
        for (@Nullable Object key : keys) {
            rows.add(new Keyed(key));
        }
        return rows;
    }

    private static Rendered matching(KeyRows<Keyed> rows) {
        return Rendered.of(rows.matching(List.of(Columns.reference(column(SqlTypes.LONG)))));
    }

    private static Booking booking(@Nullable String house, @Nullable Long number) {
        return new Booking(1, house, number, null, null, null);
    }

    @Test
    void thereIsNoKeyToBeginWith() {
        KeyRows<User> rows = new KeyRows<>(List.of(User_.ID));

        assertThat(rows.isEmpty()).isTrue();
        assertThat(rows.keys()).isEmpty();
    }

    @Test
    void keysAreDistinctAndInTheOrderInWhichTheyCame() {
        matching(keyed(SqlTypes.LONG, 3L, 1L, 3L, 2L, 1L)).is("\"key\" = ANY($1)", List.of(3L, 1L, 2L));
    }

    @Test
    void nullsAreLeftOut() {
        KeyRows<Profile> rows = new KeyRows<>(Profile_.USER.sourceKey());
        rows.add(Profile.of(1L, null));
        assertThat(rows.isEmpty()).isTrue();

        rows.add(Profile.of(2L, 7L));
        rows.add(Profile.of(3L, null));

        assertThat(rows.isEmpty()).isFalse();
        Rendered.of(rows.matching(List.of(Columns.reference(User_.ID)))).is("\"id\" = $1", 7L);
    }

    @Test
    void aKeyOfSeveralColumnsIsLeftOutWhenOneOfThemIsNull() {
        KeyRows<Booking> rows = new KeyRows<>(Booking_.ROOM.sourceKey());
        rows.add(booking("a", 1L));
        rows.add(booking("a", null));
        rows.add(booking(null, 1L));
        rows.add(booking(null, null));
        rows.add(booking("a", 1L));
        rows.add(booking("b", 1L));

        assertThat(rows.keys()).containsExactlyInAnyOrder(List.of("a", 1L), List.of("b", 1L));
        Rendered.of(rows.matching(List.of(Columns.reference(Booking_.HOUSE), Columns.reference(Booking_.ROOM_NUMBER))))
                .is(
                        "(\"house\", \"room_number\") IN (SELECT * FROM unnest($1, $2))",
                        List.of("a", "b"),
                        List.of(1L, 1L));
    }

    @Test
    void keysOfSeveralColumnsDoNotRunTogether() {
        KeyRows<Booking> rows = new KeyRows<>(List.of(Booking_.HOUSE, Booking_.ROOM_CODE));
        rows.add(new Booking(1, "ab", 1L, "c", null, null));
        rows.add(new Booking(1, "a", 1L, "bc", null, null));

        assertThat(rows.keys()).hasSize(2);
    }

    @Test
    void integersOfAnyWidthAreOneKey() {
        assertThat(keyed(SqlTypes.LONG, 1L, 1, (short) 1, (byte) 1).keys()).containsExactly(1L);
        assertThat(RelationKey.of((Object) Integer.MIN_VALUE)).isEqualTo((long) Integer.MIN_VALUE);
    }

    @Test
    void decimalsAreOneKeyWhateverTheirScale() {
        KeyRows<Keyed> rows = keyed(
                SqlTypes.BIG_DECIMAL,
                new BigDecimal("1.50"),
                new BigDecimal("1.5"),
                new BigDecimal("0.00"),
                BigDecimal.ZERO,
                new BigDecimal("1E+2"),
                new BigDecimal("100"));

        matching(rows)
                .is(
                        "\"key\" = ANY($1)",
                        List.of(new BigDecimal("1.50"), new BigDecimal("0.00"), new BigDecimal("1E+2")));
    }

    @Test
    void integersWithoutBoundMeetDecimals() {
        assertThat(RelationKey.of((Object) new BigInteger("100")))
                .isEqualTo(RelationKey.of((Object) new BigDecimal("100.0")));
        assertThat(keyed(SqlTypes.BIG_INTEGER, BigInteger.TEN, new BigInteger("10"))
                        .keys())
                .hasSize(1);
    }

    @Test
    void bytesAreComparedByTheirContentAndCannotChangeAKeyLater() {
        byte[] changing = {1, 2};
        KeyRows<Keyed> rows = keyed(SqlTypes.BYTES, changing, new byte[] {1, 2}, new byte[] {2, 1});

        assertThat(rows.keys()).hasSize(2).contains(RelationKey.of((Object) new byte[] {1, 2}));

        changing[0] = 9;

        assertThat(rows.keys()).contains(RelationKey.of((Object) new byte[] {1, 2}));
        assertThat(keyed(SqlTypes.BYTES, new byte[0], new byte[0]).keys()).hasSize(1);
    }

    @Test
    void textsAndUuidsAreComparedAsTheyAre() {
        assertThat(keyed(SqlTypes.STRING, "a", "A", "a ", "").keys()).containsExactlyInAnyOrder("a", "A", "a ", "");
        assertThat(keyed(SqlTypes.UUID, new UUID(1, 2), new UUID(1, 2)).keys()).containsExactly(new UUID(1, 2));
    }

    @Test
    void rawKeysAreAddedAsEntitiesAre() {
        KeyRows<Booking> rows = new KeyRows<>(Booking_.ROOM.sourceKey());
        rows.addRaw(List.of("a", 1L));
        rows.add(booking("a", 1L));
        rows.addRaw(List.of("a", 2));

        assertThat(rows.keys()).containsExactlyInAnyOrder(List.of("a", 1L), List.of("a", 2L));
        assertThat(RelationKey.raw(Booking_.ROOM.sourceKey(), booking("a", 1L))).isEqualTo(List.of("a", 1L));
        assertThat(RelationKey.raw(Booking_.ROOM.sourceKey(), booking("a", null)))
                .isNull();
        assertThat(RelationKey.raw(Profile_.USER.sourceKey(), Profile.of(1L, null)))
                .isNull();
        assertThat(RelationKey.of(Profile_.USER.sourceKey(), Profile.of(1L, 7L)))
                .isEqualTo(7L);
    }

    @Test
    void aHundredThousandKeysAreOneArray() {
        KeyRows<Profile> rows = new KeyRows<>(Profile_.USER.sourceKey());
        LongStream.range(0, 200_000).forEach(i -> rows.add(Profile.of(i, i % 100_000)));

        Predicate predicate = rows.matching(List.of(Columns.reference(User_.ID)));

        assertThat(rows.keys()).hasSize(100_000);
        assertThat(predicate).isInstanceOfSatisfying(Predicate.AnyOf.class, any -> {
            Parameter array = any.array();
            assertThat(array.type()).isEqualTo(SqlTypes.list(SqlTypes.LONG));
            assertThat((List<?>) array.value()).hasSize(100_000);
        });
        assertThat(Rendered.of(predicate).text()).isEqualTo("\"id\" IN (SELECT unnest($1))");
    }

    @Test
    void keysAreSentWithTheTypeOfTheSideTheyComeFrom() {
        KeyRows<Booking> rows = new KeyRows<>(Booking_.ROOM.sourceKey());
        rows.add(booking("a", 1L));
        rows.add(booking("b", 1L));

        Predicate predicate =
                rows.matching(List.of(Columns.reference(Booking_.HOUSE), Columns.reference(Booking_.ROOM_NUMBER)));

        assertThat(predicate)
                .isInstanceOfSatisfying(
                        Predicate.RowAnyOf.class,
                        rowAny -> assertThat(rowAny.arrays())
                                .extracting(array -> (Object) array.type())
                                .containsExactly(SqlTypes.list(SqlTypes.STRING), SqlTypes.list(SqlTypes.LONG)));
    }

    @Test
    void oneKeyIsSentAsValuesOfTheSameTypes() {
        KeyRows<Booking> rows = new KeyRows<>(Booking_.ROOM.sourceKey());
        rows.add(booking("a", 1L));
        rows.add(booking("a", 1L));

        Rendered.of(rows.matching(List.of(Columns.reference(Booking_.HOUSE), Columns.reference(Booking_.ROOM_NUMBER))))
                .is("\"house\" = $1 AND \"room_number\" = $2", "a", 1L);
    }

    @Test
    void oneKeyOfATypeWithACastIsCastToo() {
        KeyRows<Product> rows = new KeyRows<>(List.of(Product_.SIZE));
        rows.addRaw(Size.SMALL);

        Rendered.of(rows.matching(List.of(Columns.reference(Product_.SIZE))))
                .is("\"size\" = $1::\"shop\".\"size\"", Size.SMALL);
    }
}
