package dev.kindred.it.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.MappingException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.RowFormat;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.ReactiveMapperBuilder;
import dev.kindred.reactor.spi.EntityCallback;
import dev.kindred.reactor.spi.EntityWrite;
import dev.kindred.test.internal.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

@ParameterizedClass
@EnumSource(RowFormat.class)
class CallbacksIntegrationTests {

    @Parameter
    RowFormat format;

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Author.TABLES).resetBefore(Author.ROWS);

    private final IllegalStateException failure = new IllegalStateException("refused");
    private final StatementRecorder recorder = new StatementRecorder();

    private ReactiveMapperBuilder builder() {
        return ReactiveMapper.builder(format.newPool(database, 1)).listener(recorder);
    }

    private ReactiveMapper mapper(Function<Article, Mono<Article>> before, Function<Article, Mono<Void>> after) {
        return builder().entityCallback(new OfArticles(before, after)).build();
    }

    private static long rows(String table) {
        return database.postgres().queryLong("select count(*) from " + table);
    }

    @Test
    void replaceTheEntityInTheirOrder() {
        ReactiveMapper mapper = builder()
                .entityCallback(new OfArticles(article -> Mono.just(article.titled(article.title() + "b")), null))
                .entityCallback(new OfArticles(article -> Mono.just(article.titled(article.title() + "c")), null))
                .build();

        assertThat(mapper.insert(Article.of("a")).block().title()).isEqualTo("abc");
        assertThat(mapper.insertAll(List.of(Article.of("x"), Article.of("y")))
                        .map(Article::title)
                        .collectList()
                        .block())
                .containsExactly("xbc", "ybc");
    }

    @Test
    void areCalledForOneEntityAtATime() {
        List<Sinks.One<Article>> open = new CopyOnWriteArrayList<>();
        ReactiveMapper mapper = mapper(
                article -> {
                    open.add(Sinks.one());
                    return open.get(open.size() - 1).asMono();
                },
                article -> Mono.empty());

        StepVerifier.create(mapper.insertAll(List.of(Article.of("x"), Article.of("y")))
                        .map(Article::title))
                .then(() -> {
                    awaitSize(open, 1);
                    open.get(0).tryEmitValue(Article.of("x"));
                })
                .then(() -> {
                    awaitSize(open, 2);
                    open.get(1).tryEmitValue(Article.of("y"));
                })
                .expectNext("x", "y")
                .verifyComplete();
    }

    private static void awaitSize(List<?> list, int size) {
        Await.await(Duration.ofSeconds(20), () -> list.size() == size, () -> "the size is " + list.size());
    }

    @Test
    void writeInTheTransactionOfTheWrite() {
        List<ReactiveMapper> own = new ArrayList<>();
        own.add(mapper(
                Mono::just,
                article -> own.get(0).insert(Tag.of(article.title())).then()));

        own.get(0).insert(Article.of("new")).block();

        assertThat(rows("tags where name = 'new'")).isEqualTo(1);
        assertThat(recorder.texts()).hasSize(4).first().asString().startsWith("BEGIN");
    }

    @Test
    void thatFailUndoTheWriteAndTheirOwnStatements() {
        List<ReactiveMapper> own = new ArrayList<>();
        own.add(mapper(
                article -> own.get(0).insert(Tag.of("new")).thenReturn(article), article -> Mono.error(failure)));
        ReactiveMapper mapper = own.get(0);

        assertThatThrownBy(() -> mapper.insert(Article.of("new")).block()).isEqualTo(failure);
        assertThatThrownBy(() -> mapper.insertAll(List.of(Article.of("new"))).blockLast())
                .isEqualTo(failure);
        Boolean kept = mapper.transactional(mapper.insert(Biography.of("kept"))
                        .then(mapper.insert(Article.of("new")).thenReturn(true))
                        .onErrorReturn(IllegalStateException.class, false))
                .block();

        assertThat(kept).isFalse();
        assertThat(rows("articles where title = 'new'")).isZero();
        assertThat(rows("tags where name = 'new'")).isZero();
        assertThat(rows("biographies where text = 'kept'")).isEqualTo(1);
    }

    @Test
    void canHandleAFailureOfTheirOwnStatements() {
        List<ReactiveMapper> own = new ArrayList<>();
        own.add(mapper(
                Mono::just,
                article -> own.get(0)
                        .transactional(own.get(0).insert(new Tag(1L, "new", null, null)))
                        .onErrorResume(UniqueViolationException.class, error -> Mono.empty())
                        .then()));

        assertThat(own.get(0).insertAll(List.of(Article.of("new"))).blockLast().title())
                .isEqualTo("new");
        assertThat(rows("articles where title = 'new'")).isEqualTo(1);
    }

    @Test
    void thatReturnNoEntityOrAnotherOneFailTheWrite() {
        assertThatThrownBy(() -> mapper(article -> Mono.empty(), article -> Mono.empty())
                        .insert(Article.of("new"))
                        .block())
                .isInstanceOf(MappingException.class)
                .hasMessage("The callback " + OfArticles.class.getName() + " returned no entity before the write of the"
                        + " Article. Return the entity, or an error to refuse the write.");
        assertThatThrownBy(() -> builder()
                        .entityCallback(new ToTags())
                        .build()
                        .insert(Article.of("new"))
                        .block())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("returned a " + Tag.class.getName());
        assertThat(rows("articles where title = 'new'")).isZero();
    }

    @Test
    void areCancelledWithTheWrite() {
        Sinks.Empty<Void> called = Sinks.empty();
        Sinks.Empty<Void> cancelled = Sinks.empty();
        ReactiveMapper mapper = mapper(
                article -> Mono.<Article>never()
                        .doOnSubscribe(subscription -> called.tryEmitEmpty())
                        .doOnCancel(cancelled::tryEmitEmpty),
                article -> Mono.empty());

        StepVerifier.create(mapper.insert(Article.of("new")))
                .then(() -> called.asMono().block())
                .thenCancel()
                .verify();

        cancelled.asMono().block();
        assertThat(mapper.from(Tag.class).count().block()).isEqualTo(3);
    }

    static Stream<AuditedWrite> cancelled() {
        return Stream.of(
                AuditedWrite.of("insert", mapper -> mapper.insert(Article.of("new"))),
                AuditedWrite.of("insertAll", mapper -> mapper.insertAll(List.of(Article.of("new")))),
                AuditedWrite.of(
                        "update",
                        mapper -> mapper.get(Article.class, 2L).flatMap(two -> mapper.update(two.titled("new")))),
                AuditedWrite.of(
                        "delete", mapper -> mapper.get(Article.class, 2L).flatMap(mapper::delete)),
                AuditedWrite.of(
                        "list",
                        mapper -> mapper.get(Author.class, 1L)
                                .flatMapMany(one ->
                                        mapper.related(one, Author_.ARTICLES).createAll(List.of(Article.of("new"))))),
                AuditedWrite.of(
                        "parent",
                        mapper ->
                                mapper.save(Author.of("new"), Author_.ARTICLES.children(List.of(Article.of("new"))))));
    }

    /** Each statement ends with a cancel once. Then the row of the callback exists if the row of the write does. */
    @ParameterizedTest
    @MethodSource("cancelled")
    void areUndoneWithACancelledWrite(AuditedWrite write) {
        for (int last = 1; last <= 7; last++) {
            database.postgres().execute(Author.ROWS);
            AtomicInteger sent = new AtomicInteger();
            Disposable.Swap subscription = Disposables.swap();
            int limit = last;
            List<ReactiveMapper> own = new ArrayList<>();
            own.add(ReactiveMapper.builder(database.pool())
                    .auditor(context -> Mono.just("bob"))
                    .listener(statement -> {
                        if (sent.incrementAndGet() == limit) {
                            subscription.dispose();
                        }
                    })
                    .entityCallback(new OfArticles(
                            article -> own.get(0).insert(Tag.of("new")).thenReturn(article), article -> Mono.empty()))
                    .build());
            Sinks.Empty<Void> ended = Sinks.empty();

            subscription.update(Flux.from(write.work().apply(own.get(0)))
                    .doFinally(signal -> ended.tryEmitEmpty())
                    .subscribe(value -> {}, error -> {}));
            ended.asMono().block();

            ReactiveMapper next = ReactiveMapper.create(database.pool());
            assertThat(next.transactional(next.from(Tag.class).count()).block()).isNotNull();
            assertThat(rows("tags where name = 'new'"))
                    .isEqualTo(rows("articles where title = 'new' or (id = 2 and deleted_at is not null)"));
        }
    }

    /** Is called for articles. */
    private record OfArticles(
            Function<Article, Mono<Article>> before,
            @Nullable Function<Article, Mono<Void>> after) implements EntityCallback<Article> {

        @Override
        public Class<Article> type() {
            return Article.class;
        }

        @Override
        public Mono<Article> before(Article entity, EntityWrite write) {
            return before.apply(entity);
        }

        @Override
        public Mono<Void> after(Article entity, EntityWrite write) {
            return after == null ? EntityCallback.super.after(entity, write) : after.apply(entity);
        }
    }

    /** Returns an entity of another class. */
    private static final class ToTags implements EntityCallback<Object> {

        @Override
        public Class<Object> type() {
            return Object.class;
        }

        @Override
        public Mono<Object> before(Object entity, EntityWrite write) {
            return Mono.just(Tag.of("new"));
        }
    }
}
