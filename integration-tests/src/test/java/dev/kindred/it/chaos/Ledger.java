package dev.kindred.it.chaos;

import dev.kindred.it.chaos.Errors.Scope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import reactor.core.publisher.Mono;

/** Records what each call was told. Safe for use by many threads. */
final class Ledger {

    private static final long NANOS = 1_000_000L;

    private final ConcurrentLinkedQueue<Call> ended = new ConcurrentLinkedQueue<>();
    private final Map<Running, Boolean> running = new ConcurrentHashMap<>();
    private final Map<Outcome, AtomicInteger> outcomes = new ConcurrentHashMap<>();
    private final AtomicInteger tornReads = new AtomicInteger();
    private final AtomicInteger stuck = new AtomicInteger();
    private final Errors errors;
    private final LongConsumer onAcknowledged;

    /**
     * @param onAcknowledged receives the time at which an acknowledged write began
     */
    Ledger(Errors errors, LongConsumer onAcknowledged) {
        this.errors = errors;
        this.onAcknowledged = onAcknowledged;
    }

    /** Returns {@code work}, which is recorded as a write. */
    <T> Mono<T> recorded(long op, String kind, Scope scope, List<Claim> claims, Mono<T> work) {
        return Mono.defer(() -> {
            Running call = new Running(op, kind, System.nanoTime());
            return work.doOnSuccess(value -> {
                        call.outcome = Outcome.ACKNOWLEDGED;
                        onAcknowledged.accept(call.begun);
                    })
                    .doOnError(error -> call.outcome = errors.outcome(error, scope))
                    .doFinally(signal -> end(call, claims));
        });
    }

    private void end(Running call, List<Claim> claims) {
        outcomes.computeIfAbsent(call.outcome, each -> new AtomicInteger()).incrementAndGet();
        ended.add(new Call(call.op, call.kind, claims, call.outcome, call.begun, System.nanoTime()));
    }

    /** Returns {@code work}, which is watched for a hang until it ends or its subscriber cancels it. */
    <T> Mono<T> watched(long op, String kind, Mono<T> work) {
        return Mono.defer(() -> {
            Running call = new Running(op, kind, System.nanoTime());
            running.put(call, true);
            return work.doFinally(signal -> running.remove(call));
        });
    }

    /** Counts the calls that run for longer than {@code millis}, each once. */
    void findStuck(long millis) {
        running.forEach((call, isNew) -> {
            if (isNew && call.millis() > millis && running.replace(call, true, false)) {
                stuck.incrementAndGet();
            }
        });
    }

    /** Counts a read that saw a part of a write. */
    void tornRead() {
        tornReads.incrementAndGet();
    }

    int tornReads() {
        return tornReads.get();
    }

    int stuck() {
        return stuck.get();
    }

    int count(Outcome outcome) {
        AtomicInteger count = outcomes.get(outcome);
        return count == null ? 0 : count.get();
    }

    List<Call> calls() {
        return List.copyOf(ended);
    }

    /** Returns a line for each running call. */
    List<String> pending() {
        return running.keySet().stream()
                .map(call -> call.kind + " " + call.op + " runs for " + call.millis() + " ms")
                .sorted()
                .toList();
    }

    /** A call that has not ended. Its outcome is unknown unless it gets a signal. */
    private static final class Running {

        private final long op;
        private final String kind;
        private final long begun;
        private volatile Outcome outcome = Outcome.UNKNOWN;

        private Running(long op, String kind, long begun) {
            this.op = op;
            this.kind = kind;
            this.begun = begun;
        }

        private long millis() {
            return (System.nanoTime() - begun) / NANOS;
        }
    }
}
