package dev.kindred.it.chaos;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Callers that run one random operation after the other. Safe for use by many threads. */
final class Callers {

    static final int CALLERS = 32;

    private static final int SHORTEST_PAUSE = 5;
    private static final int LONGEST_PAUSE = 40;
    private static final int GREATEST_CUT = 20_000;

    private final List<Kind> kinds;
    private final int weights;
    private final Ledger ledger;
    private final Errors errors;
    private final long seed;
    private final int operations;
    private final AtomicInteger begun = new AtomicInteger();

    Callers(List<Kind> kinds, Ledger ledger, Errors errors, long seed, int operations) {
        this.kinds = kinds;
        this.weights = kinds.stream().mapToInt(Kind::weight).sum();
        this.ledger = ledger;
        this.errors = errors;
        this.seed = seed;
        this.operations = operations;
    }

    Mono<Void> run() {
        return Flux.range(0, CALLERS).flatMap(this::caller, CALLERS).then();
    }

    int begun() {
        return begun.get();
    }

    /** The random choices depend on the seed, the caller, and the number of its operation only. */
    private Mono<Void> caller(int caller) {
        SplittableRandom random = new SplittableRandom(seed * CALLERS + caller);
        AtomicInteger number = new AtomicInteger();
        int count = operations / CALLERS + (caller < operations % CALLERS ? 1 : 0);
        return Mono.defer(() -> operation((long) number.getAndIncrement() * CALLERS + caller, random.split()))
                .repeat(() -> number.get() < count)
                .then();
    }

    private Mono<Void> operation(long op, SplittableRandom random) {
        begun.incrementAndGet();
        Kind kind = choose(random);
        int chance = random.nextInt(100);
        Duration limit = Duration.ofNanos(1000L * (1 + random.nextInt(GREATEST_CUT)));
        int pause = SHORTEST_PAUSE + random.nextInt(LONGEST_PAUSE - SHORTEST_PAUSE);
        Mono<Void> work = Mono.defer(() -> kind.work().apply(new Draw(op, random, ledger)))
                .then();
        return ledger.watched(op, kind.name(), cut(work, chance, limit)).onErrorResume(error -> {
            errors.count(error);
            return Mono.delay(Duration.ofMillis(pause)).then();
        });
    }

    /** Cancels ten of a hundred operations, and gives five of a hundred a deadline. */
    private static Mono<Void> cut(Mono<Void> work, int chance, Duration limit) {
        if (chance < 10) {
            return work.takeUntilOther(Mono.delay(limit));
        }
        return chance < 15 ? work.timeout(limit, Mono.empty()) : work;
    }

    private Kind choose(SplittableRandom random) {
        int at = random.nextInt(weights);
        for (Kind kind : kinds) {
            at -= kind.weight();
            if (at < 0) {
                return kind;
            }
        }
        throw new AssertionError(at);
    }
}
