package dev.kindred.benchmarks.harness;

import java.util.function.LongFunction;
import reactor.core.publisher.Mono;

/** One thing a peer does, in its own style of concurrency. */
@FunctionalInterface
public interface Operation {

    /** Starts it and returns; {@code turn} decides which rows it is about, the same ones for each peer. */
    void start(long turn, Completion completion);

    /** Returns an operation that subscribes to what {@code work} returns. */
    static Operation of(LongFunction<Mono<Long>> work) {
        return (turn, completion) -> work.apply(turn).subscribe(completion::complete, completion::fail);
    }
}
