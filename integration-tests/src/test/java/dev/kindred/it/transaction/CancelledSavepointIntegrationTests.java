package dev.kindred.it.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.error.TransactionException;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ReactiveMapper;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Savepoints that are cancelled at any moment. */
class CancelledSavepointIntegrationTests {

    private static final int ROUNDS = 1500;
    private static final int STEPS = 100;
    private static final int STEP_NANOS = 300;
    private static final int WRITES = 400;
    private static final int WRITE_STEP_NANOS = 5000;

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    private final ReactiveMapper mapper = ReactiveMapper.create(database.pool());

    @Test
    void aCancelledReadLeavesTheTransactionAsItIs() {
        Mono<Void> savepoints = Flux.range(0, ROUNDS)
                .concatMap(round -> mapper.transactional(mapper.from(User.class).count())
                        .takeUntilOther(after((long) (round % STEPS) * STEP_NANOS)))
                .then();

        mapper.transactional(mapper.insert(new User(null, "before", null))
                        .then(savepoints)
                        .then(mapper.insert(new User(null, "after", null))))
                .block();

        assertThat(mapper.from(User.class).count().block()).isEqualTo(2);
    }

    /** A cancel during RELEASE rolls the whole transaction back. After RELEASE, it comes too late. */
    @Test
    void aCancelledWriteLeavesTheTransactionWholeOrRollsItBack() {
        Set<String> required = new HashSet<>();
        Set<String> allowed = new HashSet<>();
        for (int round = 0; round < WRITES; round++) {
            String name = "user " + round;
            AtomicBoolean written = new AtomicBoolean();
            Mono<Void> inner = mapper.transactional(mapper.insert(new User(null, name + " inside", null)))
                    .doOnNext(user -> written.set(true))
                    .takeUntilOther(after((long) round * WRITE_STEP_NANOS))
                    .then();
            try {
                mapper.transactional(mapper.insert(new User(null, name, null)).then(inner))
                        .block();
                required.add(name);
                (written.get() ? required : allowed).add(name + " inside");
            } catch (TransactionException e) {
                assertThat(written).isFalse();
            }
        }

        allowed.addAll(required);
        assertThat(mapper.from(User.class).all().map(User::email).collectList().block())
                .containsAll(required)
                .isSubsetOf(allowed);
    }

    /** Completes on another thread. A timer is too coarse for these moments. */
    private static Mono<Long> after(long nanos) {
        return Mono.fromSupplier(() -> {
                    long start = System.nanoTime();
                    long passed = 0;
                    while (passed < nanos) {
                        passed = System.nanoTime() - start;
                    }
                    return passed;
                })
                .subscribeOn(Schedulers.parallel());
    }
}
