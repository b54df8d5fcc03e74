package dev.kindred.reactor.internal.preload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.core.publisher.Sinks;
import reactor.test.util.RaceTestUtils;

/** Demand, a cancel and the list meet on several threads: no row is lost or emitted twice, and the end comes once. */
class RowEmissionRaceTests {

    private static final int ROUNDS = 3000;
    private static final RowList<Integer> LIST =
            new RowList<>(IntStream.range(0, 20).boxed().toList(), false);

    private final Sinks.One<RowList<Integer>> load = Sinks.one();
    private final Received received = new Received();

    private void subscribe(Mono<RowList<Integer>> lists, CoreSubscriber<Integer> actual) {
        lists.subscribe(new RowEmission<>(
                new RowEmission.Source<>() {
                    @Override
                    public void subscribeAgain(CoreSubscriber<? super RowList<Integer>> again) {
                        load.asMono().subscribe(again);
                    }

                    @Override
                    public Flux<Integer> rowsAlone() {
                        return Flux.fromIterable(LIST.rows());
                    }
                },
                actual));
    }

    @Test
    void demandThatMeetsTheListIsMet() {
        for (int i = 0; i < ROUNDS; i++) {
            RowEmissionRaceTests round = new RowEmissionRaceTests();
            round.subscribe(round.load.asMono(), round.received);

            RaceTestUtils.race(
                    () -> round.load.tryEmitValue(LIST),
                    () -> round.received.request(7),
                    () -> round.received.request(13));

            assertThat(round.received.rows).hasValue(20);
            assertThat(round.received.ends).hasValue(1);
        }
    }

    @Test
    void demandThatMeetsTheRowsThatAreReadAloneIsMet() {
        for (int i = 0; i < ROUNDS; i++) {
            RowEmissionRaceTests round = new RowEmissionRaceTests();
            round.subscribe(round.load.asMono(), round.received);

            RaceTestUtils.race(
                    () -> round.load.tryEmitValue(RowList.alone()),
                    () -> round.received.request(7),
                    () -> round.received.request(13));

            assertThat(round.received.rows).hasValue(20);
            assertThat(round.received.ends).hasValue(1);
        }
    }

    @Test
    void demandThatMeetsTheNextLoadIsMet() {
        for (int i = 0; i < ROUNDS; i++) {
            RowEmissionRaceTests round = new RowEmissionRaceTests();
            Sinks.One<RowList<Integer>> first = Sinks.one();
            round.subscribe(first.asMono(), round.received);

            RaceTestUtils.race(
                    () -> first.tryEmitValue(RowList.later()),
                    () -> round.load.tryEmitValue(LIST),
                    () -> round.received.request(20));

            assertThat(round.received.rows).hasValue(20);
            assertThat(round.received.ends).hasValue(1);
        }
    }

    @Test
    void afterACancelThereIsNoEnd() {
        for (int i = 0; i < ROUNDS; i++) {
            RowList<Integer> outcome = i % 2 == 0 ? LIST : RowList.alone();
            RowEmissionRaceTests round = new RowEmissionRaceTests();
            round.subscribe(round.load.asMono(), round.received);
            round.received.request(5);

            RaceTestUtils.race(
                    () -> round.load.tryEmitValue(outcome), round.received::cancel, () -> round.received.request(5));

            assertThat(round.received.rows.get()).isLessThanOrEqualTo(10);
            assertThat(round.received.ends).hasValue(0);
            round.received.request(100);
            assertThat(round.received.ends).hasValue(0);
        }
    }

    @Test
    void aFusedSubscriberTakesEachRowOnce() {
        for (int i = 0; i < ROUNDS; i++) {
            RowList<Integer> outcome = i % 2 == 0 ? LIST : RowList.alone();
            RowEmissionRaceTests round = new RowEmissionRaceTests();
            Fused fused = new Fused();
            round.subscribe(round.load.asMono(), fused);

            RaceTestUtils.race(() -> round.load.tryEmitValue(outcome), () -> fused.subscription.request(20));

            assertThat(fused.isEnded).isTrue();
            assertThat(fused.taken()).isEqualTo(LIST.rows());
        }
    }

    private static final class Received extends BaseSubscriber<Integer> {

        private final AtomicInteger rows = new AtomicInteger();
        private final AtomicInteger ends = new AtomicInteger();

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            // requests nothing
        }

        @Override
        protected void hookOnNext(Integer row) {
            assertThat(row).isEqualTo(rows.getAndIncrement());
        }

        @Override
        protected void hookFinally(SignalType type) {
            if (type != SignalType.CANCEL) {
                ends.incrementAndGet();
            }
        }
    }

    private static final class Fused implements CoreSubscriber<Integer> {

        private Fuseable.QueueSubscription<Integer> subscription;
        private volatile boolean isEnded;

        @Override
        @SuppressWarnings("unchecked") // the emission is of integers
        public void onSubscribe(Subscription given) {
            subscription = (Fuseable.QueueSubscription<Integer>) given;
            assertThat(subscription.requestFusion(Fuseable.ANY)).isEqualTo(Fuseable.ASYNC);
        }

        @Override
        public void onNext(Integer none) {
            assertThat(none).isNull();
        }

        @Override
        public void onError(Throwable error) {
            throw new AssertionError(error);
        }

        @Override
        public void onComplete() {
            isEnded = true;
        }

        List<Integer> taken() {
            List<Integer> taken = new ArrayList<>();
            for (Integer next = subscription.poll(); next != null; next = subscription.poll()) {
                taken.add(next);
            }
            return taken;
        }
    }
}
