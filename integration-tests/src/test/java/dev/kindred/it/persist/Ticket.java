package dev.kindred.it.persist;

import dev.kindred.annotation.Column;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Has columns with defaults: of the key, of non-null members, of a nullable member and of a primitive. */
@Table("tickets")
public record Ticket(
        @Id @Column(defaultValue = "gen_random_uuid()") @Nullable
        UUID id,

        String code,
        @Column(defaultValue = "'2024-01-01T00:00:00Z'") Instant since,
        @Column(defaultValue = "'open'") String state,
        @Column(defaultValue = "'none'") @Nullable String note,

        @GeneratedValue @Column(defaultValue = "'new'") @Nullable
        String label,

        @Column(defaultValue = "5") int rank,
        @HasOne @Nullable Mono<Stub> stub) {

    static final UUID KEY = new UUID(1, 2);
    static final Instant DEFAULT_SINCE = Instant.parse("2024-01-01T00:00:00Z");

    static Ticket of(@Nullable UUID id, String code, Instant since) {
        return new Ticket(id, code, since, null, null, null, 0, null);
    }

    /** The child of a ticket. */
    @Table("stubs")
    public record Stub(
            @Id @GeneratedValue @Nullable Long id,
            @Nullable UUID ticketId,
            @Column(defaultValue = "'white'") String colour) {}
}
