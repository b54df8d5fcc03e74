package dev.kindred.examples.tour.stage;

import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Measures several ways to get the same result. */
public final class Comparison {

    private final int warmUpRounds;
    private final int rounds;

    /** Measures {@code rounds} times, after {@code warmUpRounds} rounds whose results are discarded. */
    public Comparison(int warmUpRounds, int rounds) {
        this.warmUpRounds = warmUpRounds;
        this.rounds = rounds;
    }

    /** Runs the steps in turn in each round, so that a slow phase of the machine affects all of them. */
    public Mono<List<Measurement>> of(List<? extends Step<?>> steps, StatementLog log) {
        return Flux.range(0, warmUpRounds + rounds)
                .concatMap(round -> Flux.fromIterable(steps)
                        .concatMap(step -> checked(step, log))
                        .collectList())
                .skip(warmUpRounds)
                .collectList()
                .map(measured -> Flux.range(0, steps.size())
                        .map(index -> measurement(
                                steps.get(index).heading(),
                                measured.stream().map(round -> round.get(index)).toList()))
                        .collectList())
                .flatMap(measurements -> measurements);
    }

    private static <T> Mono<Outcome<?>> checked(Step<T> step, StatementLog log) {
        return step.play(log).doOnNext(step::check).map(outcome -> outcome);
    }

    private static Measurement measurement(String name, List<? extends Outcome<?>> outcomes) {
        List<Duration> times = outcomes.stream().map(Outcome::time).sorted().toList();
        return new Measurement(name, outcomes.get(0).statements().size(), times.get(times.size() / 2));
    }
}
