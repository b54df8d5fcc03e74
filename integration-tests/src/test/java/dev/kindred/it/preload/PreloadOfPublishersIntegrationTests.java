package dev.kindred.it.preload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Preloads of entities from any publisher, in chunks of three. */
class PreloadOfPublishersIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(7));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1))
                .listener(recorder)
                .siblingBatchSize(3)
                .build();
    }

    @Test
    void eachChunkIsOneStatementAndTheOrderIsKept() {
        List<User> users = users();
        recorder.clear();

        List<User> emitted = Flux.fromIterable(users)
                .transform(mapper.preload(User_.PROFILE))
                .collectList()
                .block();

        assertThat(emitted).usingElementComparator((a, b) -> a == b ? 0 : 1).containsExactlyElementsOf(users);
        assertThat(recorder.count()).isEqualTo(3);
        assertThat(emitted).map(user -> user.profile().block().id()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void aChunkIsRequestedWhenTheOneBeforeWasConsumed() {
        List<User> users = users();
        recorder.clear();
        AtomicInteger taken = new AtomicInteger();
        Flux<User> source = Flux.fromIterable(users).doOnNext(user -> taken.incrementAndGet());

        StepVerifier.create(mapper.preload(source, User_.PROFILE), 2)
                .expectNextCount(2)
                .then(() -> {
                    assertThat(taken).hasValue(3);
                    assertThat(recorder.count()).isEqualTo(1);
                })
                .thenRequest(2)
                .expectNextCount(2)
                .then(() -> assertThat(taken).hasValue(6))
                .thenCancel()
                .verify();

        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void entitiesOfStreamsRawSqlAndWritesAreLoaded() {
        Flux<User> streamed = mapper.from(User.class).orderBy(User_.ID.asc()).stream(2);
        Flux<User> written =
                mapper.sql("select * from users order by id").as(User.class).all();

        for (Flux<User> source : List.of(streamed, written, mapper.updateAll(Flux.fromIterable(users())))) {
            List<User> loaded = mapper.preload(source, User_.PROFILE, profile -> profile.preload(Profile_.AVATAR))
                    .collectList()
                    .block();
            recorder.clear();

            assertThat(loaded)
                    .map(user -> user.profile().flatMap(Profile::avatar).block().id())
                    .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
            assertThat(recorder.count()).isZero();
        }
    }

    @Test
    void aMonoIsLoaded() {
        User user = Mono.from(mapper.find(User.class, 2L).transform(mapper.preload(User_.PROFILE)))
                .block();

        assertThat(Relations.stateOf(user.profile()).isLoaded()).isTrue();
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void inATransactionTheStatementsRunThere() {
        List<User> users = users();
        recorder.clear();

        mapper.transactional(Flux.fromIterable(users).transform(mapper.preload(User_.PROFILE)))
                .block();

        assertThat(recorder.texts()).hasSize(5).startsWith("BEGIN").endsWith("COMMIT");
    }

    @Test
    void nothingAndErrorsAndMissingKeysAreWhatTheyAre() {
        StepVerifier.create(mapper.preload(Flux.<User>empty(), User_.PROFILE)).verifyComplete();
        StepVerifier.create(mapper.preload(
                        Flux.concat(Flux.fromIterable(users()).take(3), Mono.error(new IllegalStateException("lost"))),
                        User_.PROFILE))
                .thenConsumeWhile(user -> true)
                .verifyErrorMessage("lost");
        Flux<User> withoutKey = mapper.from(User.class).select(User_.EMAIL).all();
        StepVerifier.create(mapper.preload(withoutKey, User_.PROFILE)).verifyError(RelationKeyMissingException.class);
        assertThatThrownBy(() -> mapper.preload((Flux<User>) null, User_.PROFILE))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("entities");
    }

    private List<User> users() {
        return mapper.from(User.class)
                .orderBy(User_.ID.asc())
                .all()
                .collectList()
                .block();
    }
}
