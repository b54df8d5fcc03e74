package dev.kindred.it.type;

import dev.kindred.annotation.Column;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Its columns have types that the driver does not support. */
@Table("catalogued")
record Catalogued(
        @Id int id,
        @Column(type = "oid") @Nullable Long handler,
        @Column(type = "regproc") @Nullable Long checker,
        @Column(type = "money") @Nullable BigDecimal price,
        @Column(type = "date") @Nullable Instant day,
        @Column(type = "oid[]") @Nullable List<@Nullable Long> others,
        @Nullable Integer parentId,
        @HasOne(foreignKey = "parentId") @Nullable Mono<Catalogued> child) {

    static final String TABLE = """
            create table catalogued (
                id int primary key, handler regproc, checker regproc, price money, day date, others regproc[], \
            parent_id int unique);
            """;

    static Catalogued of(int id, @Nullable Long procedure, @Nullable Integer parentId) {
        return new Catalogued(
                id,
                procedure,
                procedure,
                new BigDecimal("12.50"),
                Instant.parse("2024-02-29T00:00:00Z"),
                procedure == null ? null : List.of(procedure, 1L),
                parentId,
                null);
    }
}
