package dev.kindred.it.chaos;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One of {@link #COUNT} rows of an owner that are replaced together. */
@Table("slots")
record Slot(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable Long ownerId,
        long op,
        @BelongsTo @Nullable Mono<Owner> owner) {

    static final int COUNT = 3;

    static List<Slot> all(long op) {
        return Collections.nCopies(COUNT, new Slot(null, null, op, null));
    }
}
