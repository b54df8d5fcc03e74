package dev.kindred.it.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MappingException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.PreloadQuery;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.jackson.JacksonJsonFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Documents that cannot be stored unchanged, and documents from other programs. */
class DocumentsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Document.TABLES).resetBefore("truncate documents, strict_documents");

    private final StatementRecorder recorder = new StatementRecorder();

    static Stream<Document> documentsWithAnUnpairedSurrogate() {
        return Stream.of(
                Document.of(1, Map.of("text", "SECRET\ud800"), null),
                Document.of(1, Map.of("\udc00SECRET", 1), null),
                Document.of(1, Map.of("nested", List.of("SECRET", "\ud83c")), new Document.Page("", 1)),
                Document.of(1, Map.of(), new Document.Page("SECRET\udfff\ud800", 1)));
    }

    @ParameterizedTest
    @MethodSource("documentsWithAnUnpairedSurrogate")
    void anUnpairedSurrogateIsRefusedByEveryWriteBeforeAnythingIsSent(Document document) {
        ReactiveMapper mapper = ReactiveMapper.builder(database.pool())
                .jsonFormat(JacksonJsonFormat.create())
                .listener(recorder)
                .build();
        Flux<Document> documents = Flux.just(document);

        for (Mono<?> write : List.<Mono<?>>of(
                mapper.insert(document),
                mapper.update(document),
                mapper.upsert(document),
                mapper.insertAll(documents).then(),
                mapper.updateAll(documents).then(),
                mapper.upsertAll(documents).then(),
                mapper.copyIn(documents),
                mapper.sql("select :body::jsonb, :page::json")
                        .bind("body", Document_.BODY.type(), document.body())
                        .bind("page", Document_.PAGE.type(), document.page())
                        .execute())) {
            assertRefused(write);
        }
        assertThat(recorder.texts()).noneMatch(sql -> sql.contains("documents"));
    }

    private static void assertRefused(Mono<?> write) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(write::block)
                .withMessageContaining("unpaired surrogate")
                .withMessageNotContaining("SECRET");
    }

    @Test
    void aPairOfSurrogatesIsStored() {
        ReactiveMapper mapper = WireFormat.BINARY.mapper(database);
        Document document = Document.of(1, Map.of("🎈", "🎈\ud83c\udf88"), new Document.Page("🎈", null));

        assertThat(mapper.insert(document).block())
                .usingRecursiveComparison()
                .ignoringFields("parent")
                .isEqualTo(document);
    }

    @ParameterizedTest
    @EnumSource
    void aJsonNullIsANullForAMemberThatMayBeNull(WireFormat format) {
        database.postgres().execute("""
                insert into documents values (1, 'null', 'null', 'null', 'null', null), (2, null, null, null, null, 1);
                """);
        ReactiveMapper mapper = format.mapper(database);

        for (Mono<Document> read : List.of(
                mapper.get(Document.class, 1),
                mapper.from(Document.class).orderBy(Document_.ID.asc()).stream().next(),
                mapper.sql("select * from documents where id = 1")
                        .as(Document.class)
                        .one(),
                mapper.get(Document.class, 2).flatMap(Document::parent),
                mapper.from(Document.class)
                        .where(Document_.ID.eq(2))
                        .preload(Document_.PARENT, PreloadQuery::joined)
                        .one()
                        .flatMap(Document::parent))) {
            Document document = read.block();
            assertThat(document.body()).isNull();
            assertThat(document.page()).isNull();
            assertThat(document.tree().isNull()).isTrue();
            assertThat(document.note()).isEmpty();
        }
        assertThat(mapper.from(Document.class)
                        .where(Document_.ID.eq(1))
                        .project(List.of(Document_.BODY), row -> row.getOrNull(Document_.BODY) == null)
                        .one()
                        .block())
                .isTrue();
        assertThat(mapper.sql("select body from documents where id = 1")
                        .map(row -> row.getOrNull("body", Document_.BODY.type()) == null)
                        .one()
                        .block())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aJsonNullForAMemberThatTakesNoneIsAnErrorThatNamesBoth(WireFormat format) {
        database.postgres().execute("insert into strict_documents values (1, 'null')");

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() ->
                        format.mapper(database).get(Document.Strict.class, 1).block())
                .withMessageContaining("strict_documents.body is null or a JSON null")
                .withMessageContaining("Strict.body")
                .withMessageContaining("@Nullable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.9", "2147483648", "1e300"})
    void aNumberOfADocumentIsNotCut(String number) {
        database.postgres().execute("insert into documents (id, page) values (1, '{\"number\": " + number + "}')");

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> WireFormat.BINARY
                        .mapper(database)
                        .get(Document.class, 1)
                        .block())
                .withMessageContaining("Document.page")
                .withMessageNotContaining(number);
    }
}
