package dev.kindred.it.type;

import dev.kindred.annotation.Column;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has column types in SQL standard syntax, with lengths and precisions. */
@Table("spelled")
record Spelled(
        @Id @GeneratedValue @Column(type = "bigint") @Nullable
        Long id,

        @Column(type = "char(3)") String code,
        @Column(type = "varchar(5)") String label,
        @Column(type = "numeric(10,2)") BigDecimal price,
        @Column(type = "timestamp with time zone") Instant at,
        @Column(type = "timestamp(3) without time zone") LocalDateTime local,
        @Column(type = "\"char\"") String kind,
        @Column(type = "character varying(12)") Mood mood,
        @Column(type = "double precision") Double ratio,
        @Column(type = "varchar(5)[]") List<String> tags,
        @Column(type = "bit(4)") String bits) {

    static Spelled of(String code, String label) {
        return new Spelled(
                null,
                code,
                label,
                new BigDecimal("12.50"),
                Instant.parse("2024-02-29T12:00:00.123456Z"),
                LocalDateTime.parse("2024-02-29T12:00:00.123"),
                "k",
                Mood.SAD,
                0.5,
                List.of("a", "bcdef"),
                "1010");
    }

    Spelled withId(@Nullable Long key) {
        return new Spelled(key, code, label, price, at, local, kind, mood, ratio, tags, bits);
    }
}
