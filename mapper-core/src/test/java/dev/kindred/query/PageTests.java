package dev.kindred.query;

import static dev.kindred.support.Absent.absent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.kindred.internal.query.SelectQuery;
import dev.kindred.support.Rendered;
import dev.kindred.support.Room_;
import dev.kindred.support.User_;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTests {

    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, 0, false",
        "0, 10, 1, 1, false",
        "0, 10, 10, 1, false",
        "0, 10, 11, 2, true",
        "1, 10, 11, 2, false",
        "7, 10, 11, 2, false"
    })
    void aPageKnowsHowManyThereAre(int number, int size, long total, long pages, boolean next) {
        Page<String> page = new Page<>(List.of(), PageRequest.of(number, size), total);

        assertThat(page.totalPages()).isEqualTo(pages);
        assertThat(page.hasNext()).isEqualTo(next);
        assertThat(page.hasPrevious()).isEqualTo(number > 0);
        assertThat(page.number()).isEqualTo(number);
        assertThat(page.size()).isEqualTo(size);
    }

    @Test
    void thePageOfALargeNumberDoesNotOverflow() {
        assertThat(PageRequest.of(Integer.MAX_VALUE, Integer.MAX_VALUE).offset())
                .isEqualTo((long) Integer.MAX_VALUE * Integer.MAX_VALUE);
        assertThat(new Page<>(List.of(), PageRequest.first(1), Long.MAX_VALUE).totalPages())
                .isEqualTo(Long.MAX_VALUE);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> PageRequest.of(Integer.MAX_VALUE, 1).next());
    }

    @Test
    void aPageHasANumberAndASize() {
        assertThat(PageRequest.first(5).next()).isEqualTo(PageRequest.of(1, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageRequest.of(-1, 5))
                .withMessage("number must not be negative, but is -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageRequest.first(0))
                .withMessage("size must be positive, but is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Page<>(List.of(), PageRequest.first(1), -1))
                .withMessage("total must not be negative, but is -1");
    }

    @Test
    void rowsAreMappedAndTheRestStays() {
        PageRequest second = PageRequest.of(1, 2);

        assertThat(new Page<>(List.of("a", "b"), second, 9).map(String::length))
                .isEqualTo(new Page<>(List.of(1, 1), second, 9));
        assertThat(new Slice<>(List.of("a", "b"), second, true).map(String::length))
                .isEqualTo(new Slice<>(List.of(1, 1), second, true));
        assertThat(new Window<>(List.of("a"), "next", null).map(String::length))
                .isEqualTo(new Window<>(List.of(1), "next", null));
        assertThatNullPointerException().isThrownBy(() -> new Window<>(List.of("a"), null, null).map(row -> absent()));
    }

    @Test
    void theRowsOfAPageDoNotChange() {
        List<String> rows = new ArrayList<>(List.of("a"));
        Page<String> page = new Page<>(rows, PageRequest.first(1), 1);
        Slice<String> slice = new Slice<>(rows, PageRequest.first(1), false);
        Window<String> window = new Window<>(rows, null, "previous");
        rows.clear();

        assertThat(page.rows()).containsExactly("a");
        assertThat(slice.rows()).containsExactly("a");
        assertThat(window.rows()).containsExactly("a");
        assertThat(slice.number()).isZero();
        assertThat(slice.size()).isEqualTo(1);
        assertThat(slice.hasPrevious()).isFalse();
        assertThat(window.hasNext()).isFalse();
        assertThat(window.hasPrevious()).isTrue();
    }

    @Test
    void thePrimaryKeyEndsAnOrderThatMayLeaveRowsEqual() {
        SelectQuery<?> users = SelectQuery.of(User_.MODEL).select(User_.ID);
        String from = "SELECT \"id\" FROM \"users\" ORDER BY ";

        Rendered.of(users.inTotalOrder()).is(from + "\"id\" ASC");
        Rendered.of(SelectQuery.of(User_.MODEL)
                        .select(User_.ID)
                        .orderBy(User_.LOGINS.desc())
                        .inTotalOrder())
                .is(from + "\"logins\" DESC, \"id\" DESC");
        Rendered.of(SelectQuery.of(User_.MODEL)
                        .select(User_.ID)
                        .orderBy(User_.ID.desc(), User_.LOGINS.asc())
                        .inTotalOrder())
                .is(from + "\"id\" DESC, \"logins\" ASC");
        Rendered.of(SelectQuery.of(Room_.MODEL)
                        .select(Room_.CODE)
                        .orderBy(Room_.NUMBER.desc())
                        .inTotalOrder())
                .is("SELECT \"code\" FROM \"hotel\".\"rooms\" ORDER BY \"number\" DESC, \"house\" DESC");
    }
}
