package dev.kindred.it.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.RelationNotLoadedException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.ReactiveMapperBuilder;
import dev.kindred.test.KindredTest;
import dev.kindred.test.StatementRecorder;
import io.r2dbc.pool.ConnectionPool;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** A class with {@link KindredTest} has a database; each test is rolled back. */
@KindredTest(entities = {User.class, Profile.class})
class KindredTestIntegrationTests {

    private final ReactiveMapper mapper;
    private final StatementRecorder recorder;

    KindredTestIntegrationTests(ReactiveMapper mapper, StatementRecorder recorder) {
        this.mapper = mapper;
        this.recorder = recorder;
    }

    @BeforeAll
    static void rowsOfAllTests(ReactiveMapper mapper) {
        mapper.insertAll(Flux.just(User.of("a"), User.of("b"), User.of("c"))).blockLast();
    }

    private void insertsARow() {
        assertThat(mapper.from(User.class).count().block()).isEqualTo(3);
        StepVerifier.create(mapper.insert(User.of("d")).subscribeOn(Schedulers.parallel()))
                .expectNextCount(1)
                .verifyComplete();
        assertThat(mapper.from(User.class)
                        .count()
                        .subscribeOn(Schedulers.boundedElastic())
                        .block())
                .isEqualTo(4);
    }

    @Test
    void whatATestWritesIsRolledBack() {
        insertsARow();
    }

    @Test
    void soAnotherTestDoesNotSeeIt() {
        insertsARow();
    }

    @Test
    void aPoolSeesWhatIsCommittedOnly(ConnectionPool pool) {
        insertsARow();

        assertThat(ReactiveMapper.create(pool).from(User.class).count().block()).isEqualTo(3);
    }

    @Test
    void aTransactionIsASavepoint() {
        StepVerifier.create(mapper.transactional(mapper.insert(User.of("d"))
                        .then(mapper.sql("select 1 / 0").execute())))
                .verifyError();

        assertThat(mapper.from(User.class).count().block()).isEqualTo(3);
    }

    @Test
    void aRelationWithoutPreloadIsAnError() {
        User user = mapper.from(User.class).orderBy(User_.ID.asc()).first().block();

        assertThatThrownBy(() -> user.profile().block()).isInstanceOf(RelationNotLoadedException.class);
    }

    @Test
    void theBuilderHasTheSameTransaction(ReactiveMapperBuilder builder) {
        ReactiveMapper other = builder.clock(Clock.systemUTC()).build();

        mapper.insert(User.of("d")).block();

        assertThat(other.from(User.class).count().block()).isEqualTo(4);
        assertThat(recorder).executed(2);
    }

    @Test
    void theRecorderCountsTheStatementsOfAPipeline() {
        mapper.from(User.class).all().blockLast();

        StepVerifier.create(recorder.record(
                        mapper.from(User.class).preload(User_.PROFILE).all().publishOn(Schedulers.parallel())))
                .expectNextCount(3)
                .verifyComplete();

        assertThat(recorder).executed(2).noNPlusOne().usedOneConnection();
    }

    @Nested
    class Inner {

        @Test
        void usesTheDatabaseOfTheClassAround() {
            insertsARow();
        }
    }
}
