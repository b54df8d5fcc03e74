package dev.kindred.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VerificationTests {

    private static final Workload STREAMS = new Workload("W", List.of(Task.STREAM, Task.STREAM_WITH_CHILD), 1, 3);

    @Test
    void aPeerThatComesToOtherValuesIsAFailureAndIsNotMeasured() {
        Verification verification = verify(
                peer("by-hand", Task.STREAM, turn -> turn * 31),
                peer("right", Task.STREAM, turn -> turn * 31),
                peer("wrong", Task.STREAM, turn -> turn * 31 + 1));

        assertThat(verification.agreeing()).extracting(Contender::name).containsExactly("by-hand", "right");
        assertThat(verification.failures())
                .containsExactly("left out: W wrong: it read or wrote other values than by-hand");
    }

    @Test
    void onlyWhoDoesTheSameTaskIsCompared() {
        Verification verification = verify(
                peer("plain", Task.STREAM, turn -> turn),
                peer("with-child", Task.STREAM_WITH_CHILD, turn -> turn * 2),
                peer("with-another", Task.STREAM_WITH_CHILD, turn -> turn * 3));

        assertThat(verification.agreeing()).extracting(Contender::name).containsExactly("plain", "with-child");
        assertThat(verification.failures())
                .containsExactly("left out: W with-another: it read or wrote other values than with-child");
    }

    @Test
    void anOperationThatFailsIsAFailure() {
        Verification verification = verify(peer("broken", Task.STREAM, turn -> {
            throw new IllegalStateException("no such column");
        }));

        assertThat(verification.agreeing()).isEmpty();
        assertThat(verification.failures()).singleElement().asString().contains("broken", "no such column");
    }

    @Test
    void aConnectionThatIsNotGivenBackIsAFailure() {
        AtomicInteger looks = new AtomicInteger();
        Peer late =
                new Peer("late", Map.of(Task.STREAM, constant()), () -> {}, () -> looks.incrementAndGet() < 5 ? 1 : 0);
        Peer never = new Peer("never", Map.of(Task.STREAM, constant()), () -> {}, () -> 1);

        Verification verification = verify(late, never);

        assertThat(verification.agreeing()).extracting(Contender::name).containsExactly("late");
        assertThat(verification.failures())
                .containsExactly("left out: W never: 1 connections are in use after the last operation");
    }

    @Test
    void aPeerThatDidNotStoreWhatItSaysIsAFailure() {
        List<Contender> contenders = List.of(
                new LocalContender(STREAMS, peer("stores", Task.STREAM, turn -> turn)),
                new LocalContender(STREAMS, peer("pretends", Task.STREAM, turn -> turn)));
        AtomicInteger stored = new AtomicInteger(10);

        Verification verification = Verification.of("W", contenders, () -> {}, stored::decrementAndGet);

        assertThat(verification.agreeing()).extracting(Contender::name).containsExactly("stores");
        assertThat(verification.failures()).singleElement().asString().contains("pretends");
    }

    private static Verification verify(Peer... peers) {
        List<Contender> contenders = List.of(peers).stream()
                .<Contender>map(peer -> new LocalContender(STREAMS, peer))
                .toList();
        return Verification.of("W", contenders, () -> {}, () -> 0);
    }

    private static Operation constant() {
        return (turn, completion) -> completion.complete(1);
    }

    private static Peer peer(String name, Task task, Values values) {
        Operation operation = (turn, completion) -> {
            try {
                completion.complete(values.of(turn));
            } catch (IllegalStateException e) {
                completion.fail(e);
            }
        };
        return new Peer(name, Map.of(task, operation), () -> {}, () -> 0);
    }

    @FunctionalInterface
    private interface Values {
        long of(long turn);
    }
}
