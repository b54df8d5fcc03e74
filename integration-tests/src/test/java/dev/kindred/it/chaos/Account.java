package dev.kindred.it.chaos;

import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.Version;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Has a balance, which is the sum of its entries. */
@Table("accounts")
record Account(
        @Id long id,
        long balance,
        @Version long version,
        @HasMany @Nullable Flux<Entry> entries) {}
