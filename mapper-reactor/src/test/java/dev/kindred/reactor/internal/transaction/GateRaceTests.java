package dev.kindred.reactor.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.reactor.internal.connection.ManualMono;
import dev.kindred.reactor.internal.connection.Witness;
import dev.kindred.reactor.spi.AmbientTransaction;
import io.r2dbc.spi.Connection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.util.RaceTestUtils;

/** Turns end and are cancelled on several threads: the gate opens for the next turn once. */
class GateRaceTests {

    private static final int ROUNDS = 3000;

    @Test
    void aDeliveredSourceEndsOnce() {
        for (int i = 0; i < ROUNDS; i++) {
            ManualMono source = new ManualMono();
            Witness witness = new Witness();
            AtomicInteger thrown = new AtomicInteger();
            Delivered.of(source, failure -> thrown.incrementAndGet()).subscribe(witness);
            witness.request();

            RaceTestUtils.race(source::answer, witness::cancel);

            assertThat(witness.values() + witness.discarded()).isEqualTo(1);
            assertThat(witness.ends()).isEqualTo(witness.values());
            assertThat(source.cancels()).isEqualTo(1 - witness.values());
            assertThat(thrown).hasValue(0);
        }
    }

    @Test
    void aPassageThatIsCancelledWhenItsTurnComesRunsOrDoesNotRun() {
        for (int i = 0; i < ROUNDS; i++) {
            Gate gate = new Gate();
            ManualMono first = new ManualMono();
            ManualMono second = new ManualMono();
            AtomicInteger abandoned = new AtomicInteger();
            Witness waiting = new Witness();
            Witness third = new Witness();
            gate.pass(first, () -> {}).subscribe(new Witness());
            gate.pass(second, abandoned::incrementAndGet).subscribe(waiting);
            gate.pass(Mono.just("third"), () -> {}).subscribe(third);
            third.request();

            RaceTestUtils.race(first::answer, waiting::cancel);

            assertThat(abandoned).as("told of the cancel iff it runs").hasValue(second.subscriptions());
            if (second.subscriptions() == 1) {
                assertThat(third.ends()).isZero();
                second.answer();
            }
            assertThat(second.cancels()).isZero();
            assertThat(third.values()).isEqualTo(1);
            assertThat(waiting.ends()).isZero();
            assertThat(gate.isOccupied()).isFalse();
        }
    }

    @Test
    void workThatHoldsTheGateIsCancelledAndLeavesItOnce() {
        for (int i = 0; i < ROUNDS; i++) {
            Gate gate = new Gate();
            ManualMono first = new ManualMono();
            ManualMono work = new ManualMono();
            Witness holding = new Witness();
            Witness third = new Witness();
            gate.pass(first, () -> {}).subscribe(new Witness());
            gate.<String>hold(left -> work.doFinally(signal -> left.run())).subscribe(holding);
            gate.pass(Mono.just("third"), () -> {}).subscribe(third);
            third.request();

            RaceTestUtils.race(first::answer, holding::cancel);

            assertThat(work.cancels()).isEqualTo(work.subscriptions());
            assertThat(third.values()).isEqualTo(1);
            assertThat(holding.ends()).isZero();
            assertThat(gate.isOccupied()).isFalse();
        }
    }

    @Test
    void nothingIsSentAfterTheOwnerOfATransactionHasWaited() {
        for (int i = 0; i < 4 * ROUNDS; i++) {
            Owned transaction = new Owned();
            AtomicBoolean ended = new AtomicBoolean();
            AtomicInteger late = new AtomicInteger();
            Mono<String> statement = AmbientStatement.of(
                    Mono.fromSupplier(() -> {
                        late.addAndGet(ended.get() ? 1 : 0);
                        return "sent";
                    }),
                    transaction);
            Witness witness = new Witness();

            RaceTestUtils.race(
                    () -> statement.doOnSubscribe(given -> given.request(1)).subscribe(witness), () -> {
                        transaction.active = false;
                        transaction
                                .quiet()
                                .doOnSuccess(quiet -> ended.set(true))
                                .subscribe();
                    });

            assertThat(ended).isTrue();
            assertThat(late).hasValue(0);
            assertThat(witness.ends()).isEqualTo(1);
        }
    }

    private static final class Owned extends AmbientTransaction {

        private volatile boolean active = true;

        @Override
        public Connection connection() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isActive() {
            return active;
        }

        @Override
        public void setRollbackOnly() {
            throw new UnsupportedOperationException();
        }
    }
}
