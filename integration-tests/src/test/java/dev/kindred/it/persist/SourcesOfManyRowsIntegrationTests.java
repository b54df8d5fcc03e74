package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.ReactiveMapper;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** Sources of many rows that fail, and subscribers that request few of them. */
class SourcesOfManyRowsIntegrationTests {

    private static final ChunkOptions TENS = ChunkOptions.defaults().size(10);

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private final AtomicInteger asked = new AtomicInteger();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    private Flux<User> users(int count) {
        return Flux.range(0, count).doOnNext(i -> asked.incrementAndGet()).map(i -> User.of("user" + i));
    }

    private Flux<User> usersThatFailAfter(int count) {
        return users(count).concatWith(Flux.error(() -> new IllegalStateException("the source")));
    }

    private static long stored() {
        return database.postgres().queryLong("select count(*) from users");
    }

    @Test
    void aSourceThatFailsLeavesTheChunksBeforeItStored() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        mapper.insertAll(usersThatFailAfter(25), TENS).then().block())
                .withMessage("the source");
        assertThat(stored()).isEqualTo(20);
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void aSourceThatFailsLeavesNothingInOneTransaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> mapper.insertAll(usersThatFailAfter(25), TENS.atomic())
                        .then()
                        .block())
                .withMessage("the source");
        assertThat(stored()).isZero();
    }

    @Test
    void whoTakesThreeStoresTheChunkThatHoldsThem() {
        assertThat(mapper.insertAll(users(100), TENS).take(3).count().block()).isEqualTo(3);
        assertThat(asked).hasValue(10);
        assertThat(stored()).isEqualTo(10);
    }

    @Test
    void aSubscriberWithADemandOfOneGetsAllInTheirOrder() {
        StepVerifier.Step<String> step =
                StepVerifier.create(mapper.insertAll(users(25), TENS).map(User::email), 0);
        for (int i = 0; i < 25; i++) {
            step = step.thenRequest(1).expectNext("user" + i);
        }
        step.thenRequest(1).verifyComplete();
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void eachSubscriptionInsertsAgain() {
        Flux<User> insert = mapper.insertAll(users(1));

        assertThat(Flux.merge(insert, insert, insert)
                        .map(User::id)
                        .distinct()
                        .count()
                        .block())
                .isEqualTo(3);
    }
}
