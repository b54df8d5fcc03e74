package dev.kindred.it.oneof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.error.AfterCommitException;
import dev.kindred.error.InvalidCursorException;
import dev.kindred.error.MapperException;
import dev.kindred.error.MappingException;
import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.error.RelationNotLoadedException;
import dev.kindred.error.TransactionException;
import dev.kindred.error.UnknownTypeException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.spi.AmbientTransaction;
import dev.kindred.reactor.spi.TransactionBridge;
import dev.kindred.spring.error.KindredExceptionTranslator;
import dev.kindred.spring.transaction.SpringTransactionBridge;
import io.r2dbc.pool.ConnectionPool;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.context.ContextView;

/** Every path on which a mapper emits an error of its own: each is translated once. */
class TranslatedErrorsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Subjects.TABLES)
            .resetBefore(
                    "alter table comments drop constraint if exists comments_post_id_video_id_check",
                    Subjects.EMPTY,
                    Subjects.ROWS,
                    "update comments set post_id = 1 where id = 2",
                    "update notes set subject_type = 'audio' where id = 2");

    static Stream<Arguments> failures() {
        return Stream.of(handles(), reads(), transactions()).flatMap(all -> all);
    }

    private static Stream<Arguments> handles() {
        return Stream.of(
                failure("the key of a row", RelationKeyMissingException.class, m -> post(m).flatMap(Post::author)),
                failure("the key of rows", RelationKeyMissingException.class, m -> post(m).flatMapMany(Post::comments)),
                failure(
                        "the key of the latest row",
                        RelationKeyMissingException.class,
                        m -> post(m).flatMap(Post::lastNote)),
                failure(
                        "the type of one of several",
                        RelationKeyMissingException.class,
                        m -> m.from(Note.class)
                                .select(Note_.ID, Note_.SUBJECT_ID)
                                .first()
                                .flatMap(Note::subject)),
                failure(
                        "an unknown type",
                        UnknownTypeException.class,
                        m -> m.get(Note.class, 2L).flatMap(Note::subject)),
                failure(
                        "several keys",
                        MappingException.class,
                        m -> m.get(Comment.class, 2L).flatMap(Comment::subject)),
                failure(
                        "a forbidden load",
                        RelationNotLoadedException.class,
                        m -> m.from(Post.class).loading(LoadMode.FORBID).first().flatMap(Post::author)),
                failure(
                        "a forbidden load of rows",
                        RelationNotLoadedException.class,
                        m -> m.from(Post.class).loading(LoadMode.FORBID).first().flatMapMany(Post::notes)),
                failure(
                        "a handle after the end",
                        TransactionException.class,
                        m -> m.get(Post.class, 1L)
                                .flatMap(post -> ended(m).flatMap(
                                                context -> post.author().contextWrite(context)))));
    }

    private static Stream<Arguments> reads() {
        return Stream.of(
                failure(
                        "preload",
                        RelationKeyMissingException.class,
                        m -> post(m).flatMapMany(post -> m.preload(List.of(post), Post_.AUTHOR))),
                failure(
                        "preload of a publisher",
                        RelationKeyMissingException.class,
                        m -> m.preload(Flux.from(post(m)), Post_.COMMENTS)),
                failure(
                        "preload of a query",
                        RelationKeyMissingException.class,
                        m -> m.from(Post.class)
                                .select(Post_.TITLE)
                                .preload(Post_.AUTHOR)
                                .all()),
                failure(
                        "joined preload",
                        RelationKeyMissingException.class,
                        m -> m.from(Post.class)
                                .select(Post_.TITLE)
                                .preload(Post_.AUTHOR, author -> author.joined())
                                .all()),
                failure(
                        "preload of a stream",
                        RelationKeyMissingException.class,
                        m -> m.from(Post.class).select(Post_.TITLE).preload(Post_.AUTHOR).stream()),
                failure(
                        "preload of an unknown type",
                        UnknownTypeException.class,
                        m -> m.from(Note.class).preload(Note_.SUBJECT).all()),
                failure(
                        "stream of an unknown type",
                        UnknownTypeException.class,
                        m -> m.from(Note.class).preload(Note_.SUBJECT).stream()),
                failure(
                        "page",
                        MappingException.class,
                        m -> m.from(Post.class).limit(1).scroll(1, null)),
                failure(
                        "cursor",
                        InvalidCursorException.class,
                        m -> m.from(Post.class).scroll(1, "x")),
                failure(
                        "write",
                        RelationKeyMissingException.class,
                        m -> m.related(new Post(null, null, "new", null, null, null, null), Post_.COMMENTS)
                                .create(Comment_.TEXT.set("x"))));
    }

    private static Stream<Arguments> transactions() {
        return Stream.of(
                failure(
                        "a statement after the end",
                        TransactionException.class,
                        m -> ended(m).flatMap(context -> m.get(Post.class, 1L).contextWrite(context))),
                failure(
                        "a stream after the end",
                        TransactionException.class,
                        m -> ended(m).flatMapMany(
                                        context -> m.from(Post.class).stream().contextWrite(context))),
                failure(
                        "a transaction after the end",
                        TransactionException.class,
                        m -> ended(m).flatMap(context ->
                                m.transactional(m.get(Post.class, 1L)).contextWrite(context))),
                failure(
                        "a callback",
                        AfterCommitException.class,
                        m -> m.transactional(m.currentTransaction()
                                .doOnNext(transaction ->
                                        transaction.afterCommit(Mono.error(new IllegalStateException("x"))))
                                .then())),
                failure("another factory", TransactionException.class, m -> foreign(m.get(Post.class, 1L))),
                failure(
                        "another factory, stream",
                        TransactionException.class,
                        m -> foreign(m.from(Post.class).stream().then())),
                failure(
                        "another factory, handle",
                        TransactionException.class,
                        m -> m.get(Post.class, 1L).flatMap(post -> foreign(post.author()))),
                failure(
                        "another factory, preload",
                        TransactionException.class,
                        m -> m.get(Post.class, 1L)
                                .flatMap(post -> foreign(
                                        m.preload(List.of(post), Post_.AUTHOR).then()))));
    }

    private static Arguments failure(
            String name, Class<? extends MapperException> cause, Function<ReactiveMapper, Publisher<?>> work) {
        return Arguments.of(name, cause, work);
    }

    /** A post without its keys. */
    private static Mono<Post> post(ReactiveMapper mapper) {
        return mapper.from(Post.class)
                .select(Post_.TITLE)
                .orderBy(Post_.TITLE.asc())
                .first();
    }

    /** The Context of a transaction that has ended. */
    private static Mono<ContextView> ended(ReactiveMapper mapper) {
        AtomicReference<ContextView> context = new AtomicReference<>();
        return mapper.transactional(Mono.deferContextual(found -> {
                    context.set(found);
                    return Mono.just(true);
                }))
                .map(done -> context.get());
    }

    /** Runs the work in a transaction of Spring on another factory. */
    private static <T> Mono<T> foreign(Mono<T> work) {
        return TransactionalOperator.create(new R2dbcTransactionManager(database.pool()))
                .transactional(work);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void areOfSpring(String name, Class<? extends MapperException> cause, Function<ReactiveMapper, Publisher<?>> work) {
        database.pool();
        ConnectionPool pool = database.newPool(1);
        ReactiveMapper mapper = ReactiveMapper.builder(
                        pool, SpringTransactionBridge.of(pool).failingInOtherTransactions())
                .errorTranslation(KindredExceptionTranslator::translate)
                .build();

        StepVerifier.create(Flux.from(work.apply(mapper)).ignoreElements())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(DataAccessException.class)
                        .hasCauseExactlyInstanceOf(cause));
    }

    @Test
    void theLookupOfATransactionIsPartOfAHandle() {
        ReactiveMapper mapper = ReactiveMapper.builder(database.newPool(1), new BrokenBridge())
                .errorTranslation(KindredExceptionTranslator::translate)
                .build();
        Post post = mapper.get(Post.class, 1L).block();

        StepVerifier.create(post.author().contextWrite(context -> context.put(BrokenBridge.class, true)))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(DataAccessException.class)
                        .hasCauseInstanceOf(MapperException.class));
        StepVerifier.create(post.author()).expectNextCount(1).verifyComplete();
    }

    /** Fails for some subscribers. */
    private static final class BrokenBridge implements TransactionBridge {

        @Override
        public Mono<AmbientTransaction> ambient() {
            return Mono.deferContextual(context -> context.hasKey(BrokenBridge.class)
                    ? Mono.error(new IllegalStateException("no lookup"))
                    : Mono.empty());
        }
    }
}
