package dev.kindred.it.relation;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A child of {@link Patient}. A patient has many visits; some have no day. */
@Table("visits")
public record Visit(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable Long patientId,
        @Nullable LocalDate day,
        int fee,
        String reason,
        @BelongsTo @Nullable Mono<Patient> patient) {

    public static Visit on(LocalDate day, String reason) {
        return new Visit(null, null, day, 1, reason, null);
    }
}
