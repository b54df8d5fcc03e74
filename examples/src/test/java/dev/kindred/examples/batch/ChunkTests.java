package dev.kindred.examples.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.examples.batch.FileRow.LineRow;
import dev.kindred.examples.batch.FileRow.OrderRow;
import dev.kindred.examples.batch.FileRow.UserRow;
import dev.kindred.examples.entity.Line;
import dev.kindred.examples.entity.Order;
import dev.kindred.examples.entity.Order_;
import dev.kindred.examples.entity.User;
import dev.kindred.examples.entity.User_;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkTests {

    private static final UserRow USER = new UserRow("a@example.org", "A", null, "en");
    private static final OrderRow ORDER = new OrderRow("1", LocalDate.EPOCH, 3);
    private static final LineRow LINE = new LineRow("tea", 1, 3);
    private static final ImportProgress BEFORE = new ImportProgress("file", 10, 7L, 8L);

    private final List<User> user =
            List.of(User_.copyOf(User.of("a@example.org")).set(User_.ID, 20L).build());
    private final List<Order> order = List.of(
            Order_.copyOf(Order.of("1", LocalDate.EPOCH, 3)).set(Order_.ID, 30L).build());

    @Test
    void theFirstRowsBelongToTheRowsBeforeTheChunk() {
        Chunk chunk = new Chunk(List.of(LINE, ORDER, LINE), BEFORE);

        assertThat(chunk.orders(List.of())).extracting(Order::userId).containsExactly(7L);
        assertThat(chunk.lines(order)).extracting(Line::orderId).containsExactly(8L, 30L);
        assertThat(chunk.after(List.of(), order)).isEqualTo(new ImportProgress("file", 13, 7L, 30L));
    }

    @Test
    void linesOnlyKeepTheirOrder() {
        Chunk chunk = new Chunk(List.of(LINE, LINE), BEFORE);

        assertThat(chunk.lines(List.of())).extracting(Line::orderId).containsExactly(8L, 8L);
        assertThat(chunk.after(List.of(), List.of())).isEqualTo(new ImportProgress("file", 12, 7L, 8L));
    }

    @Test
    void aUserWithoutOrdersHasNoOrderForALine() {
        Chunk chunk = new Chunk(List.of(ORDER, LINE, USER), BEFORE);

        assertThat(chunk.after(user, order)).isEqualTo(new ImportProgress("file", 13, 20L, null));
        assertThatThrownBy(() -> new Chunk(List.of(USER, LINE), BEFORE).lines(order))
                .hasMessageContaining("'line' without a parent");
    }
}
