package dev.kindred.it.path;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Column;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.SoftDelete;
import dev.kindred.annotation.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A pivot with a key of its own, so that its pair needs a unique index. */
@Table(value = "bookings", schema = "school")
public record Booking(
        @Id @GeneratedValue @Nullable Long id,
        long personId,
        @Column(length = 8) String faculty,
        int courseNumber,
        @SoftDelete @Nullable Instant cancelledAt,
        @BelongsTo Mono<Person> person) {}
