package dev.kindred.it.entity;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ReadOnly;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** References itself, and contains the id of the server process that read it. */
@Table("witnesses")
public record Witness(
        @Id Integer id,
        @Nullable Integer parentId,
        @ReadOnly Integer backend,
        @BelongsTo @Nullable Mono<Witness> parent,
        @HasOne(foreignKey = "parentId") @Nullable Mono<Witness> child) {

    public static final String TABLE = """
            create table all_witnesses (id integer primary key, parent_id integer);
            create view witnesses as select id, parent_id, pg_backend_pid() as backend from all_witnesses;
            """;
}
