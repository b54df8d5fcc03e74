package dev.kindred.it.readme;

import dev.kindred.annotation.Column;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.OnDelete;
import dev.kindred.annotation.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@Table(value = "accounts", comment = "Who pays")
public record Account(
        @Id @GeneratedValue @Nullable Long id,
        @Column(unique = true, length = 100) String email,
        @Column(defaultValue = "now()") Instant since,

        @Column(precision = 10, scale = 2, check = "balance >= 0")
        BigDecimal balance,

        @HasOne(onDelete = OnDelete.CASCADE) @Nullable Mono<Subscription> subscription) {}
