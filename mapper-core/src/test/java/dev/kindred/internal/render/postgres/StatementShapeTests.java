package dev.kindred.internal.render.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.support.Rendered;
import dev.kindred.support.Room;
import dev.kindred.support.Room_;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Values must not change the text, because the server keeps a plan for each text. */
class StatementShapeTests {

    private static final SelectQuery<User> USERS = SelectQuery.of(User_.MODEL);

    private static SelectQuery<User> query(long id, String text, int keys, long page) {
        return USERS.where(User_.ID.gt(id).and(User_.EMAIL.contains(text)))
                .orWhere(User_.ID.in(LongStream.range(0, keys).boxed().toList()))
                .orWhere(User_.LOGINS.notIn(List.of(keys)))
                .orderBy(User_.ID.asc())
                .limit(page)
                .offset(page);
    }

    @Test
    void otherValuesAndLongerListsGiveTheSameText() {
        Rendered one = Rendered.of(query(1, "a", 1, 0));
        Rendered other = Rendered.of(query(-99, "%'\"", 10_000, 1_000_000));

        assertThat(other.text()).isEqualTo(one.text());
        assertThat(other.values()).isNotEqualTo(one.values()).hasSameSizeAs(one.values());
    }

    @Test
    void listsOfMoreThanTenThousandShareOneOtherText() {
        Rendered one = Rendered.of(query(1, "a", 10_001, 0));
        Rendered other = Rendered.of(query(1, "a", 20_000, 0));

        assertThat(other.text()).isEqualTo(one.text()).contains("\"id\" IN (SELECT unnest($3))");
        assertThat(other.values()).hasSameSizeAs(one.values());
    }

    @Test
    void renderingTwiceGivesTheSame() {
        SelectQuery<User> query = query(1, "a", 3, 10);

        assertThat(Rendered.of(query)).isEqualTo(Rendered.of(query));
        assertThat(Rendered.of(query)).isEqualTo(Rendered.of(query(1, "a", 3, 10)));
    }

    @Test
    void oneKeyOfARelationGivesOneTextAndSeveralGiveAnother() {
        assertThat(Rendered.of(rooms(1)).text()).contains("WHERE \"house\" = $1 AND \"room_number\" = $2");
        assertThat(Rendered.of(rooms(2)).text())
                .isEqualTo(Rendered.of(rooms(1_000)).text());
        assertThat(Rendered.of(rooms(1_000)).values()).hasSize(2);
    }

    private static SelectQuery<dev.kindred.support.Booking> rooms(int count) {
        KeyRows<Room> keys = new KeyRows<>(Room_.BOOKING.sourceKey());
        for (int number = 0; number < count; number++) {
            keys.add(new Room("house", number, "code", null));
        }
        return PreloadStep.of(Room_.BOOKING).queryFor(keys);
    }
}
