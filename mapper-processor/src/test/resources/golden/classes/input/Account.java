package app;

import dev.kindred.annotation.Column;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@Table
class Account {

    @Id
    private final long id;

    @Column("owner_name")
    private final String owner;

    private final boolean active;
    @Deprecated
    final int rank;

    private final @Nullable String note;
    private final Mono<Owner> person;

    Account(long id, String owner, boolean active, int rank, @Nullable String note, @HasOne Mono<Owner> person) {
        this.id = id;
        this.owner = owner;
        this.active = active;
        this.rank = rank;
        this.note = note;
        this.person = person;
    }

    private Account() {
        this(0, "", false, 0, null, new Mono<>() {});
    }

    long id() {
        return id;
    }

    String getOwner() {
        return owner;
    }

    boolean isActive() {
        return active;
    }

    String note(String other) {
        return note == null ? other : note;
    }

    @Nullable String note() {
        return note;
    }

    Mono<Owner> getPerson() {
        return person;
    }
}
