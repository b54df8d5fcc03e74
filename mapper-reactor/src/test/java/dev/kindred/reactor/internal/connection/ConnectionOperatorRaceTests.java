package dev.kindred.reactor.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.error.ServerError;
import dev.kindred.error.StaleStatementException;
import dev.kindred.reactor.internal.connection.ConnectionScope.Access;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.util.RaceTestUtils;

/** A statement ends on one thread while its subscriber cancels on another. */
class ConnectionOperatorRaceTests {

    private static final int ROUNDS = 3000;

    private static Connection connection() {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private static Witness sent(OwnedConnection owned, Mono<String> statement) {
        Witness witness = new Witness();
        owned.converse(Access.WRITE, connection -> statement).subscribe(witness);
        witness.request();
        return witness;
    }

    @Test
    void aConnectionIsNotBusyAfterAnAnswerThatMeetsACancel() {
        for (int i = 0; i < ROUNDS; i++) {
            OwnedConnection owned = new OwnedConnection(connection());
            ManualMono statement = new ManualMono();
            Witness witness = sent(owned, statement);
            assertThat(owned.isBusy()).isTrue();

            RaceTestUtils.race(statement::answer, witness::cancel);

            assertThat(owned.isBusy()).isFalse();
            assertThat(witness.values() + witness.discarded()).isEqualTo(1);
            assertThat(witness.ends()).isEqualTo(witness.values());
        }
    }

    @Test
    void aConnectionIsBusyAfterAnUnknownErrorThatMeetsACancel() {
        for (int i = 0; i < ROUNDS; i++) {
            OwnedConnection owned = new OwnedConnection(connection());
            ManualMono statement = new ManualMono();
            Witness witness = sent(owned, statement);

            RaceTestUtils.race(statement::fail, witness::cancel);

            assertThat(owned.isBusy())
                    .as("the state of the statement is unknown")
                    .isTrue();
            assertThat(witness.values()).isZero();
            assertThat(witness.ends() + witness.dropped()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aConnectionIsBusyWithTheNextStatementWhenThePreviousOneCompletes() {
        for (int i = 0; i < ROUNDS; i++) {
            OwnedConnection owned = new OwnedConnection(connection());
            ManualMono first = new ManualMono();
            ManualMono second = new ManualMono();
            Witness witness = new Witness();
            owned.converse(Access.WRITE, connection -> first)
                    .then(owned.converse(Access.WRITE, connection -> second))
                    .subscribe(witness);
            witness.request();

            first.answer();
            assertThat(owned.isBusy()).isTrue();
            RaceTestUtils.race(second::answer, witness::cancel);

            assertThat(owned.isBusy()).isFalse();
            assertThat(witness.ends()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aStaleStatementIsSentOnceMore() {
        OwnedConnection owned = new OwnedConnection(connection());
        Sent answered = new Sent(owned);
        answered.first.fail(stale());
        assertThat(owned.isBusy()).isTrue();
        answered.second.answer();

        assertThat(answered.witness.values()).isEqualTo(1);
        assertThat(owned.isBusy()).isFalse();
        Sent refused = new Sent(owned);
        refused.first.fail(stale());
        refused.second.fail(stale());
        assertThat(refused.witness.values()).isZero();
        assertThat(refused.witness.ends()).isEqualTo(1);
        assertThat(refused.second.subscriptions()).isEqualTo(1);
        assertThat(owned.wear().isOutdated()).isTrue();
    }

    @Test
    void aStaleStatementWhoseSubscriberCancelsIsNotSentAgainOrCancelled() {
        for (int i = 0; i < ROUNDS; i++) {
            Sent sent = new Sent(new OwnedConnection(connection()));

            RaceTestUtils.race(() -> sent.first.fail(stale()), sent.witness::cancel);

            assertThat(sent.second.cancels() > 0).isEqualTo(sent.second.subscriptions() > 0);
            assertThat(sent.witness.ends()).isZero();
        }
    }

    private static StaleStatementException stale() {
        return new StaleStatementException("stale", new ServerError("26000", null, null, null, "SELECT"), null);
    }

    /** A statement whose repetition is the second source. */
    private static final class Sent {

        private final ManualMono first = new ManualMono();
        private final ManualMono second = new ManualMono();
        private final AtomicInteger sends = new AtomicInteger();
        private final Witness witness = new Witness();

        Sent(OwnedConnection owned) {
            owned.converse(Access.WRITE, connection -> sends.getAndIncrement() == 0 ? first : second)
                    .subscribe(witness);
            witness.request();
        }
    }

    @Test
    void eachResultIsGivenToTheSubscriberOrReadToItsEnd() {
        for (int i = 0; i < ROUNDS; i++) {
            Results source = new Results();
            Taking taking = new Taking();
            UncancelledResults.of(source).subscribe(taking);

            RaceTestUtils.race(source::answer, taking::cancel);

            assertThat(taking.given.get() + source.released.get()).isEqualTo(Results.COUNT);
            assertThat(taking.errors).hasValue(0);
            assertThat(source.cancels.get())
                    .as("a statement without a result is not cancelled")
                    .isLessThanOrEqualTo(Math.min(1, taking.given.get()));
        }
    }

    @Test
    void anErrorThatMeetsACancelIsGivenOrIgnored() {
        for (int i = 0; i < ROUNDS; i++) {
            Results source = new Results();
            Taking taking = new Taking();
            UncancelledResults.of(source).subscribe(taking);

            RaceTestUtils.race(source::fail, taking::cancel);

            assertThat(taking.errors.get()).isLessThanOrEqualTo(1);
            assertThat(source.cancels).as("cancels of the driver").hasValue(0);
        }
    }

    /**
     * Results that arrive when a test says so, also after a cancel. They count how many of them were read to their end.
     */
    private static final class Results extends Flux<Result> {

        private static final int COUNT = 3;

        private final AtomicInteger cancels = new AtomicInteger();
        private final AtomicInteger released = new AtomicInteger();
        private volatile CoreSubscriber<? super Result> subscriber;

        @Override
        public void subscribe(CoreSubscriber<? super Result> actual) {
            subscriber = actual;
            actual.onSubscribe(new Subscription() {
                @Override
                public void request(long n) {
                    // the results arrive when the test says so
                }

                @Override
                public void cancel() {
                    cancels.incrementAndGet();
                }
            });
        }

        void answer() {
            CoreSubscriber<? super Result> actual = Objects.requireNonNull(subscriber);
            for (int i = 0; i < COUNT; i++) {
                actual.onNext(result());
            }
            actual.onComplete();
        }

        void fail() {
            Objects.requireNonNull(subscriber).onError(new IllegalStateException("failed"));
        }

        private Result result() {
            return (Result) Proxy.newProxyInstance(
                    Result.class.getClassLoader(), new Class<?>[] {Result.class}, (proxy, method, arguments) -> {
                        assertThat(method.getName()).isEqualTo("getRowsUpdated");
                        return Mono.fromSupplier(() -> (long) released.incrementAndGet());
                    });
        }
    }

    /** Takes results and counts them. */
    private static final class Taking implements CoreSubscriber<Result> {

        private final AtomicInteger given = new AtomicInteger();
        private final AtomicInteger errors = new AtomicInteger();
        private volatile Subscription subscription;

        void cancel() {
            Objects.requireNonNull(subscription).cancel();
        }

        @Override
        public void onSubscribe(Subscription upstream) {
            subscription = upstream;
            upstream.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Result result) {
            given.incrementAndGet();
        }

        @Override
        public void onError(Throwable error) {
            errors.incrementAndGet();
        }

        @Override
        public void onComplete() {
            // the results are counted
        }
    }
}
