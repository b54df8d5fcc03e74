package dev.kindred.it.type;

import dev.kindred.annotation.Column;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Json;
import dev.kindred.annotation.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Texts, keys, bytes, enums, documents, user-defined types, and arrays of these. */
@Table("things")
@SuppressWarnings("ArrayRecordComponent") // the test needs array members
public record Things(
        @Id UUID id,
        @Nullable String text,
        byte @Nullable [] bytes,
        @Nullable Mood mood,
        @Column(type = "mood") @Nullable Mood feeling,
        @Json @Nullable Place place,
        @Json @Column(type = "json") @Nullable Map<String, Object> extra,
        @Json @Nullable List<Place> places,
        @Column(codec = Money.AsText.class) @Nullable Money price,
        @Column(type = "postcode") @Nullable String postcode,
        String @Nullable [] words,
        int @Nullable [] counts,
        UUID @Nullable [] keys,
        byte @Nullable [] @Nullable [] blobs,
        @Column(type = "mood") Mood @Nullable [] moods,
        @Nullable List<@Nullable String> lines,
        @Nullable List<@Nullable BigDecimal> amounts,
        @Nullable List<@Nullable Instant> moments,
        @Nullable List<@Nullable LocalDate> days,
        @Nullable List<@Nullable Mood> feelings,
        @Nullable List<@Nullable Boolean> flags) {

    static final String TABLE = """
            create type mood as enum ('SAD', 'OK', 'HAPPY');
            create domain postcode as text check (value ~ '^[0-9]{5}$');
            create table things (
                id uuid primary key, text text, bytes bytea, mood text, feeling mood, place jsonb, extra json, places \
            jsonb,
                price text, postcode postcode, words text[], counts int[], keys uuid[], blobs bytea[], moods mood[],
                lines text[], amounts numeric[], moments timestamptz[], days date[], feelings text[], flags bool[]);
            """;

    /** A document. */
    public record Place(String name, @Nullable Integer number, List<String> tags) {}
}
