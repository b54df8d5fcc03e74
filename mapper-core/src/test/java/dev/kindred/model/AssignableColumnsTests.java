package dev.kindred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindred.error.InputException;
import dev.kindred.error.InputViolation;
import dev.kindred.error.InputViolation.Code;
import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.StoredColumn;
import dev.kindred.support.Note_;
import dev.kindred.support.Product;
import dev.kindred.support.Product_;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import dev.kindred.type.SqlTypes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssignableColumnsTests {

    private static final AssignableColumns<User> USER = AssignableColumns.of(User_.EMAIL, User_.NICKNAME, User_.LOGINS);

    private static Map<String, @Nullable Object> map(String name, @Nullable Object value) {
        Map<String, @Nullable Object> map = new HashMap<>();
        map.put(name, value);
        return map;
    }

    @Test
    void namesAreThoseOfTheMembers() {
        assertThat(USER.from(map("email", "a"))).containsExactly(User_.EMAIL.set("a"));
        assertThat(USER.from(map("nickname", null))).containsExactly(User_.NICKNAME.set(null));
        assertThat(USER.from(Map.of())).isEmpty();
    }

    @Test
    void whatIsNotAllowedIsRefusedAndNotLeftOut() {
        for (String name : List.of("id", "role", "profile", "EMAIL", "email\"; drop table users; --", "")) {
            assertThatThrownBy(() -> USER.from(Map.of("email", "a", name, 1)))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("email, nickname, logins");
        }
    }

    @Test
    void keysVersionsAuditTimesAndReadOnlyColumnsCannotBeAllowed() {
        for (EntityColumn<?, ?> column :
                List.of(Note_.ID, Note_.VERSION, Note_.CREATED_AT, Note_.UPDATED_AT, Note_.LENGTH)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> refused(column))
                    .withMessageContaining(column.toString());
        }
    }

    private static <E> void refused(EntityColumn<E, ?> column) {
        AssignableColumns.of(List.<EntityColumn<E, ?>>of(column));
    }

    @Test
    void valuesBecomeWhatTheColumnHolds() {
        assertThat(USER.from(map("logins", 7L)).get(0).value()).isEqualTo(7);
        AssignableColumns<Product> product = AssignableColumns.of(Product_.PRICE, Product_.SIZE);
        assertThat(product.from(map("price", "1.50")).get(0).value()).isEqualTo(new BigDecimal("1.50"));
        assertThat(product.from(map("price", 1.5)).get(0).value()).isEqualTo(new BigDecimal("1.5"));
        assertThat(product.from(map("size", "SMALL")).get(0).value()).isEqualTo(Product.Size.SMALL);
    }

    @Test
    void aValueThatDoesNotFitIsAnErrorThatDoesNotShowIt() {
        for (Map<String, @Nullable Object> values : List.of(
                map("email", 7),
                map("email", null),
                map("email", List.of("secret-canary")),
                map("logins", "secret-canary"),
                map("logins", 1L << 40),
                map("email", Map.of("sql", "secret-canary")))) {
            assertThatThrownBy(() -> USER.from(values))
                    .isInstanceOf(InputException.class)
                    .message()
                    .doesNotContain("secret-canary")
                    .contains("User: ");
        }
    }

    @Test
    void whatIsNoNumberIsNoDecimal() {
        AssignableColumns<Product> product = AssignableColumns.of(Product_.PRICE);

        for (Number number : List.of(Double.NaN, Double.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY)) {
            assertThatThrownBy(() -> product.from(map("price", number)))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("Product: \"price\"");
        }
        BigDecimal beyondDouble = new BigDecimal("1e400");
        assertThat(product.from(map("price", beyondDouble)).get(0).value()).isEqualTo(beyondDouble);
    }

    private record Limited(String text, BigDecimal amount, Short small, Float ratio) {}

    private static final EntityColumn<Limited, String> TEXT =
            Handmade.plain(ColumnDefinition.of(Limited.class, "text", "text", SqlTypes.STRING, Limited::text)
                    .stored(StoredColumn.PLAIN.length(3)));
    private static final EntityColumn<Limited, BigDecimal> AMOUNT =
            Handmade.plain(ColumnDefinition.of(Limited.class, "amount", "amount", SqlTypes.BIG_DECIMAL, Limited::amount)
                    .stored(StoredColumn.PLAIN.precision(5, 2)));
    private static final EntityColumn<Limited, Short> SMALL =
            Handmade.plain(ColumnDefinition.of(Limited.class, "small", "small", SqlTypes.SHORT, Limited::small));
    private static final EntityColumn<Limited, Float> RATIO =
            Handmade.plain(ColumnDefinition.of(Limited.class, "ratio", "ratio", SqlTypes.FLOAT, Limited::ratio));
    private static final AssignableColumns<Limited> LIMITED = AssignableColumns.of(TEXT, AMOUNT, SMALL, RATIO);

    private static List<InputViolation> violations(String name, @Nullable Object value) {
        return catchThrowableOfType(InputException.class, () -> LIMITED.from(map(name, value)))
                .violations();
    }

    @Test
    void limitsOfTheColumnsAreCheckedAndNamed() {
        assertThat(violations("text", "abcd")).containsExactly(new InputViolation("text", Code.TOO_LONG, 3));
        assertThat(violations("text", "a\0")).containsExactly(new InputViolation("text", Code.NOT_STORABLE, null));
        assertThat(violations("text", "\ud800")).containsExactly(new InputViolation("text", Code.NOT_STORABLE, null));
        for (Object tooLarge : List.of("1000", "999.995", 1e300, new BigDecimal("1e999999999"))) {
            assertThat(violations("amount", tooLarge))
                    .containsExactly(new InputViolation("amount", Code.TOO_LARGE, new BigDecimal("999.99")));
        }
        assertThat(violations("amount", -1000))
                .containsExactly(new InputViolation("amount", Code.TOO_SMALL, new BigDecimal("-999.99")));
        assertThat(violations("small", 32768))
                .containsExactly(new InputViolation("small", Code.TOO_LARGE, BigDecimal.valueOf(32767)));
        assertThat(violations("small", BigInteger.TEN.pow(30).negate()))
                .containsExactly(new InputViolation("small", Code.TOO_SMALL, BigDecimal.valueOf(-32768)));
        assertThat(violations("small", 1.5)).containsExactly(new InputViolation("small", Code.WRONG_TYPE, null));
        assertThat(violations("ratio", 1e300)).extracting(InputViolation::code).containsExactly(Code.TOO_LARGE);
    }

    @Test
    void whatJustFitsIsTaken() {
        assertThat(LIMITED.from(map("text", "\ud83d\ude00bc"))).hasSize(1);
        assertThat(LIMITED.from(map("amount", "999.994"))).hasSize(1);
        assertThat(LIMITED.from(map("amount", new BigDecimal("1e-999999999")))).hasSize(1);
        assertThat(LIMITED.from(map("small", BigInteger.valueOf(-32768)))).containsExactly(SMALL.set((short) -32768));
    }

    @Test
    void namesFromOutsideAreShortenedAndEscaped() {
        Map<String, @Nullable Object> hostile = new java.util.LinkedHashMap<>();
        hostile.put("x".repeat(5_000_000), 1);
        hostile.put("a\nb\u202e\"", 1);
        for (int i = 0; i < 100; i++) {
            hostile.put("name" + i, 1);
        }

        InputException error = catchThrowableOfType(InputException.class, () -> LIMITED.from(hostile));

        assertThat(error.violations()).hasSize(102);
        assertThat(error.getMessage())
                .hasSizeLessThan(2000)
                .contains("and 92 more")
                .doesNotContain("\n", "\u202e");
        assertThat(error.violations().toString()).hasSizeLessThan(10_000).doesNotContain("\n", "\u202e");
        assertThat(error.summary()).isEqualTo(error.getMessage());
    }
}
