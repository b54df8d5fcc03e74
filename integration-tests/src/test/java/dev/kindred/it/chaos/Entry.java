package dev.kindred.it.chaos;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A change of a balance. */
@Table("entries")
record Entry(
        @Id @GeneratedValue @Nullable Long id,
        long op,
        int part,
        @Nullable Long accountId,
        long delta,
        @BelongsTo @Nullable Mono<Account> account) {

    static Entry of(long op, int part, long account, long delta) {
        return new Entry(null, op, part, account, delta, null);
    }
}
