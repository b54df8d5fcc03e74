package dev.kindred.it.chaos;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A line of an order. */
@Table("lines")
record Line(
        @Id @GeneratedValue @Nullable Long id,
        long op,
        int part,
        @Nullable Long orderId,
        @BelongsTo @Nullable Mono<Order> order) {

    /** Returns the lines of one order. Their parts begin with {@code first}. */
    static List<Line> of(long op, int first) {
        return IntStream.range(first, first + Order.LINES)
                .mapToObj(part -> new Line(null, op, part, null, null))
                .toList();
    }
}
