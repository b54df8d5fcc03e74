package dev.kindred.it.chaos;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Is stored together with {@link #LINES} lines, and never changed. */
@Table("orders")
record Order(
        @Id @GeneratedValue @Nullable Long id,
        long op,
        int part,
        @HasMany @Nullable Flux<Line> lines) {

    static final int LINES = 3;

    static Order of(long op, int part) {
        return new Order(null, op, part, null);
    }
}
