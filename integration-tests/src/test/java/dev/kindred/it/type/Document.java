package dev.kindred.it.type;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Column;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Json;
import dev.kindred.annotation.Table;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** JSON members. */
@Table("documents")
@SuppressWarnings("NullableOptional") // the test needs an Optional in a document
record Document(
        @Id int id,
        @Json @Nullable Map<String, Object> body,
        @Json @Column(type = "json") @Nullable Page page,
        @Json @Nullable JsonNode tree,
        @Json @Nullable Optional<String> note,
        @Nullable Integer parentId,
        @BelongsTo @Nullable Mono<Document> parent) {

    static final String TABLES = """
            create table documents (
                id int primary key, body jsonb, page json, tree jsonb, note jsonb, parent_id int references documents \
            (id));
            create table strict_documents (id int primary key, body jsonb not null);
            """;

    static Document of(int id, @Nullable Map<String, Object> body, @Nullable Page page) {
        return new Document(id, body, page, null, null, null, null);
    }

    /** A document of a class. */
    record Page(@Nullable String title, @Nullable Integer number) {}

    /** Its JSON member is not nullable. */
    @Table("strict_documents")
    record Strict(@Id int id, @Json Map<String, Object> body) {}
}
