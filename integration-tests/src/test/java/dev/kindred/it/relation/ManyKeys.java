package dev.kindred.it.relation;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Column;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.type.Codec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Entities with a relation for each type of key. */
public final class ManyKeys {

    static final String TABLES = """
            create table owners (
                id bigint primary key, text text, number numeric, real float8, bytes bytea, mood text, code text, \
            time timestamptz);
            create table things (
                id bigint primary key, owner_id integer, text text, number numeric, real float8, bytes bytea, mood \
            text, code text,
                time timestamptz);
            create unique index on things (text);
            create unique index on things (owner_id);
            """;

    private ManyKeys() {}

    /** An enum key. */
    public enum Mood {
        GOOD
    }

    /** A key of a user-defined class. */
    public record Code(String value) {}

    /** Stores a code as text. */
    public static final class CodeCodec implements Codec<Code, String> {

        public CodeCodec() {}

        @Override
        public String encode(Code code) {
            return "#" + code.value();
        }

        @Override
        public Code decode(String text) {
            return new Code(text.substring(1));
        }
    }

    /** Has a relation for each type of key. */
    @SuppressWarnings("ArrayRecordComponent") // the test needs a bytea member
    @Table("owners")
    public record Owner(
            @Id long id,
            @Nullable String text,
            @Nullable BigDecimal number,
            @Nullable Double real,
            byte @Nullable [] bytes,
            @Nullable Mood mood,

            @Column(codec = CodeCodec.class) @Nullable Code code,

            @Nullable OffsetDateTime time,

            @HasOne(foreignKey = "ownerId") @Nullable Mono<Thing> byId,

            @HasOne(localKey = "text", foreignKey = "text") @Nullable
            Mono<Thing> byText,

            @HasOne(localKey = "number", foreignKey = "number") @Nullable
            Mono<Thing> byNumber,

            @HasOne(localKey = "real", foreignKey = "real") @Nullable
            Mono<Thing> byReal,

            @HasOne(localKey = "bytes", foreignKey = "bytes") @Nullable
            Mono<Thing> byBytes,

            @HasOne(localKey = "mood", foreignKey = "mood") @Nullable
            Mono<Thing> byMood,

            @HasOne(localKey = "code", foreignKey = "code") @Nullable
            Mono<Thing> byCode,

            @HasOne(localKey = "time", foreignKey = "time") @Nullable
            Mono<Thing> byTime) {

        static Owner of(long id) {
            return new Owner(
                    id, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
        }

        Owner withText(String key) {
            return new Owner(
                    id, key, number, real, bytes, mood, code, time, null, null, null, null, null, null, null, null);
        }

        Owner withTime(OffsetDateTime key) {
            return new Owner(
                    id, text, number, real, bytes, mood, code, key, null, null, null, null, null, null, null, null);
        }
    }

    /** The child. Its foreign key types differ where they are compatible. */
    @SuppressWarnings("ArrayRecordComponent") // the test needs a bytea member
    @Table("things")
    public record Thing(
            @Id long id,
            @Nullable Integer ownerId,
            @Nullable String text,
            @Nullable BigInteger number,
            @Nullable Double real,
            byte @Nullable [] bytes,
            @Nullable Mood mood,

            @Column(codec = CodeCodec.class) @Nullable Code code,

            @Nullable OffsetDateTime time,

            @BelongsTo(foreignKey = "ownerId") @Nullable Mono<Owner> owner) {}
}
