package dev.kindred.benchmarks.harness;

import java.util.function.LongFunction;
import reactor.core.publisher.Mono;

/** One operation of a peer, in the peer's own style of concurrency. */
@FunctionalInterface
public interface Operation {

    /** Starts the operation and returns. {@code turn} selects the rows; they are the same for all peers. */
    void start(long turn, Completion completion);

    /** Returns an operation that subscribes to the result of {@code work}. */
    static Operation of(LongFunction<Mono<Long>> work) {
        return (turn, completion) -> work.apply(turn).subscribe(completion::complete, completion::fail);
    }
}
