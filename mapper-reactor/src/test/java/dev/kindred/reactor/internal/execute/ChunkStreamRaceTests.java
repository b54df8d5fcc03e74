package dev.kindred.reactor.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.reactor.internal.connection.ManualMono;
import dev.kindred.reactor.internal.connection.Witness;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.util.RaceTestUtils;

/** The steps of a stream end on one thread while its subscriber requests or cancels on another. */
class ChunkStreamRaceTests {

    private static final int ROUNDS = 3000;

    /**
     * Two chunks of two rows. A chunk is read when its {@link ManualMono} answers. The completions wait for one of
     * them, too.
     */
    private static final class Manual implements ChunkStream.Chunks<String> {

        private final List<ManualMono> reads = List.of(new ManualMono(), new ManualMono());
        private final ManualMono completion;
        private final boolean waits;
        private int read;

        Manual(ManualMono completion, boolean waits) {
            this.completion = completion;
            this.waits = waits;
        }

        static Manual completedAtOnce() {
            return new Manual(new ManualMono(), false);
        }

        @Override
        public boolean hasNext() {
            return read < reads.size();
        }

        @Override
        public Mono<List<String>> next() {
            ManualMono next = reads.get(read);
            read++;
            return next.map(value -> List.of(value, value));
        }

        @Override
        public boolean readsAhead() {
            return false;
        }

        @Override
        public Mono<Void> complete(List<String> chunk) {
            return waits ? completion.then() : Mono.empty();
        }
    }

    private static Witness subscribed(Manual chunks) {
        Witness witness = new Witness();
        ChunkStream.of(() -> chunks).subscribe(witness);
        witness.request();
        return witness;
    }

    @Test
    void aCancelReachesTheReadOrComesAfterItsEnd() {
        for (int i = 0; i < ROUNDS; i++) {
            Manual chunks = Manual.completedAtOnce();
            Witness witness = subscribed(chunks);

            RaceTestUtils.race(chunks.reads.get(0)::answer, witness::cancel);

            assertThat(witness.values()).isLessThanOrEqualTo(1);
            assertThat(witness.ends()).isZero();
            assertThat(chunks.reads.get(1).subscriptions()).isZero();
        }
    }

    @Test
    void aCancelMeetsTheSubscriptionOfTheNextRead() {
        for (int i = 0; i < ROUNDS; i++) {
            Manual chunks = Manual.completedAtOnce();
            Witness witness = subscribed(chunks);
            chunks.reads.get(0).answer();
            witness.request();
            assertThat(witness.values()).isEqualTo(2);

            RaceTestUtils.race(witness::request, witness::cancel);

            ManualMono second = chunks.reads.get(1);
            assertThat(second.cancels()).isEqualTo(second.subscriptions());
            assertThat(witness.ends()).isZero();
        }
    }

    @Test
    void anErrorOfAReadMeetsACancel() {
        for (int i = 0; i < ROUNDS; i++) {
            Manual chunks = Manual.completedAtOnce();
            Witness witness = subscribed(chunks);

            RaceTestUtils.race(chunks.reads.get(0)::fail, witness::cancel);

            assertThat(witness.values()).isZero();
            assertThat(witness.ends() + witness.dropped()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void theEndOfACompletionMeetsACancel() {
        for (int i = 0; i < ROUNDS; i++) {
            Manual chunks = new Manual(new ManualMono(), true);
            Witness witness = subscribed(chunks);
            chunks.reads.get(0).answer();
            assertThat(chunks.completion.subscriptions()).isEqualTo(1);

            RaceTestUtils.race(chunks.completion::answer, witness::cancel);

            assertThat(witness.values()).isLessThanOrEqualTo(1);
            assertThat(witness.ends()).isZero();
        }
    }

    @Test
    void noRowIsLostWhenRequestsMeetTheEndOfARead() {
        for (int i = 0; i < ROUNDS; i++) {
            Manual chunks = Manual.completedAtOnce();
            Witness witness = subscribed(chunks);

            RaceTestUtils.race(chunks.reads.get(0)::answer, witness::request, witness::request);
            assertThat(chunks.reads.get(1).subscriptions()).isEqualTo(1);
            RaceTestUtils.race(chunks.reads.get(1)::answer, witness::request);

            assertThat(witness.values()).isEqualTo(4);
            assertThat(witness.ends()).isEqualTo(1);
        }
    }
}
