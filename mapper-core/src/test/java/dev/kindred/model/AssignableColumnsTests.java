package dev.kindred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.MappingException;
import dev.kindred.support.Note_;
import dev.kindred.support.Product;
import dev.kindred.support.Product_;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import java.math.BigDecimal;
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

    // S8
    @Test
    void whatIsNotAllowedIsRefusedAndNotLeftOut() {
        for (String name : List.of("id", "role", "profile", "EMAIL", "email\"; drop table users; --", "")) {
            assertThatThrownBy(() -> USER.from(Map.of("email", "a", name, 1)))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("email, nickname, logins");
        }
    }

    // S8
    @Test
    void keysVersionsAuditTimesAndReadOnlyColumnsCannotBeAllowed() {
        for (Column<?, ?> column : List.of(Note_.ID, Note_.VERSION, Note_.CREATED_AT, Note_.UPDATED_AT, Note_.LENGTH)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> refused(column))
                    .withMessageContaining(column.toString());
        }
    }

    private static <E> void refused(Column<E, ?> column) {
        AssignableColumns.of(List.<Column<E, ?>>of(column));
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
                    .isInstanceOf(MappingException.class)
                    .message()
                    .doesNotContain("secret-canary")
                    .contains("User.");
        }
    }

    @Test
    void whatIsNoNumberIsNoDecimal() {
        AssignableColumns<Product> product = AssignableColumns.of(Product_.PRICE);

        for (Number number : List.of(Double.NaN, Double.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY)) {
            assertThatThrownBy(() -> product.from(map("price", number)))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("Product.price");
        }
        BigDecimal beyondDouble = new BigDecimal("1e400");
        assertThat(product.from(map("price", beyondDouble)).get(0).value()).isEqualTo(beyondDouble);
    }
}
