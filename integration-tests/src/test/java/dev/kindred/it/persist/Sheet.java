package dev.kindred.it.persist;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has an assigned key, a version and columns of many types, including arrays. */
@Table("sheets")
record Sheet(
        @Id Long id,
        @Nullable String title,
        @Nullable BigDecimal price,
        @Nullable UUID token,
        @Nullable Instant at,
        @Nullable Duration took,
        List<String> tags,
        @Version @Nullable Long version) {

    static final String TABLE = """
            create table sheets (
                id bigint primary key,
                title text,
                price numeric,
                token uuid,
                at timestamptz,
                took interval,
                tags text[] not null,
                version bigint not null);
            """;

    static Sheet of(long id) {
        return new Sheet(
                id,
                "sheet " + id,
                BigDecimal.valueOf(id, 2),
                new UUID(id, id),
                Instant.ofEpochSecond(id),
                Duration.ofMinutes(id),
                List.of("a", "b" + id),
                null);
    }

    Sheet withTitle(@Nullable String changed) {
        return new Sheet(id, changed, price, token, at, took, tags, version);
    }
}
