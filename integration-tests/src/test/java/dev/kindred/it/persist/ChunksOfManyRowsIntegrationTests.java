package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.NotNullViolationException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.ReactiveMapper;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The transactions, failures and demand of the chunks. */
class ChunksOfManyRowsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    private static Flux<User> users(int count) {
        return Flux.range(1, count).map(i -> User.of("user" + i));
    }

    private long count(String table) {
        return database.postgres().queryLong("select count(*) from " + table);
    }

    @Test
    void aChunkThatFailsIsNotThereAndThoseBeforeItAre() {
        Flux<User> oneIsBad = users(25).concatWith(Mono.just(new User(null, null, null)));

        assertThatThrownBy(
                        () -> mapper.insertAll(oneIsBad, ChunkOptions.defaults().size(10))
                                .blockLast())
                .isInstanceOf(NotNullViolationException.class);
        assertThat(count("users")).isEqualTo(20);
    }

    @Test
    void allChunksCanBeOneTransaction() {
        Flux<User> oneIsBad = users(25).concatWith(Mono.just(new User(null, null, null)));
        ChunkOptions whole = ChunkOptions.defaults().size(10).atomic();

        assertThatThrownBy(() -> mapper.insertAll(oneIsBad, whole).blockLast())
                .isInstanceOf(NotNullViolationException.class);
        assertThat(count("users")).isZero();
        recorder.clear();

        assertThat(mapper.insertAll(users(25), whole).count().block()).isEqualTo(25);
        assertThat(recorder.texts()).hasSize(5).startsWith("BEGIN").endsWith("COMMIT");
    }

    @Test
    void theSourceIsAskedForOneChunkAtATime() {
        AtomicLong asked = new AtomicLong();
        Flux<User> source = users(1000).doOnRequest(asked::addAndGet);

        StepVerifier.create(mapper.insertAll(source, ChunkOptions.defaults().size(10)), 5)
                .expectNextCount(5)
                .then(() -> assertThat(asked.get()).isEqualTo(10))
                .thenCancel()
                .verify();
        assertThat(count("users")).isEqualTo(10);
    }

    @Test
    void aChildThatFailsTakesTheParentsOfItsChunkWithIt() {
        Flux<User> stored = mapper.insertAll(
                users(25),
                User_.PROFILE,
                user -> Profile.of(null, user.email().equals("user25") ? null : "name"),
                ChunkOptions.defaults().size(10));

        assertThatThrownBy(stored::blockLast).isInstanceOf(NotNullViolationException.class);
        assertThat(count("users")).isEqualTo(20);
        assertThat(count("profiles")).isEqualTo(20);
    }

    @Test
    void chunksAreOfTheTransactionOfTheCaller() {
        assertThatThrownBy(() -> mapper.insertAll(users(2000))
                        .then(Mono.error(new IllegalStateException("caller")))
                        .as(mapper::transactional)
                        .block())
                .hasMessage("caller");
        assertThat(count("users")).isZero();
    }
}
