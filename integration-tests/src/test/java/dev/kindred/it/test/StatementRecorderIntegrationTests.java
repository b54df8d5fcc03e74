package dev.kindred.it.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.test.KindredTest;
import dev.kindred.test.StatementRecorder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The assertions of a recorder fail with the statements, and with what to do. */
@KindredTest(
        entities = {User.class, Profile.class},
        rollback = false)
class StatementRecorderIntegrationTests {

    private final ReactiveMapper mapper;
    private final StatementRecorder recorder;

    StatementRecorderIntegrationTests(ReactiveMapper mapper, StatementRecorder recorder) {
        this.mapper = mapper;
        this.recorder = recorder;
    }

    @BeforeAll
    static void rows(ReactiveMapper mapper) {
        mapper.insertAll(Flux.just(User.of("a"), User.of("b"), User.of("c"))).blockLast();
    }

    @Test
    void anUnexpectedNumberListsTheStatements() {
        mapper.from(User.class).where(User_.EMAIL.eq("secret")).all().blockLast();

        assertThatThrownBy(() -> assertThat(recorder).executed(2))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected 2 statements but found 1 statement.")
                .hasMessageContaining("1. FIND User, 0 rows: SELECT")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aReadForEachEntityFailsWithThePreloadToAdd() {
        mapper.from(User.class)
                .all()
                .concatMap(user -> mapper.related(user, User_.PROFILE).find())
                .blockLast();

        assertThatThrownBy(() -> assertThat(recorder).noNPlusOne())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("3 operations read User.profile one by one.")
                .hasMessageContaining("Add preload(User_.PROFILE)");
    }

    @Test
    void twoConnectionsAtOnceFail() {
        mapper.transactional(mapper.from(User.class)
                        .count()
                        .then(mapper.requiresNew(mapper.from(User.class).count())))
                .block();

        assertThatThrownBy(() -> assertThat(recorder).usedOneConnection())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("2 were in use at once");
    }

    @Test
    void statementsOneAfterAnotherUseOneConnection() {
        mapper.from(User.class).count().then(mapper.from(User.class).count()).block();

        assertThat(recorder).executed(2).usedOneConnection();
    }

    @Test
    void theCommandsOfATransactionAreNotCounted() {
        mapper.transactional(mapper.from(User.class).count()).block();

        assertThat(recorder).executed(1);
    }

    @Test
    void aPipelineIsRecordedFromItsSubscription() {
        Mono<Long> recorded = recorder.record(mapper.from(User.class).count());
        assertThat(recorder).executedNothing();

        mapper.from(User.class).count().then(recorded).then(recorded).block();

        assertThat(recorder).executed(1);
    }

    @Test
    void aRecorderWithoutAPoolCannotCountConnections() {
        assertThatThrownBy(() -> assertThat(new StatementRecorder()).usedOneConnection())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("new StatementRecorder(pool)");
    }
}
