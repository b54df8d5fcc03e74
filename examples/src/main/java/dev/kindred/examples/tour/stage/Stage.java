package dev.kindred.examples.tour.stage;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs chapters in order and prints the outcomes. */
public final class Stage {

    private final Screen screen;
    private final StatementLog log;

    /** Prints to {@code screen}; {@code log} records the statements. */
    public Stage(Screen screen, StatementLog log) {
        this.screen = screen;
        this.log = log;
    }

    /**
     * Runs {@code chapters}. Fails with {@link UnexpectedOutcome} if an outcome differs from the expectations of its
     * step.
     */
    public Mono<Void> play(List<Chapter> chapters) {
        return Flux.fromIterable(chapters)
                .index()
                .concatMap(numbered -> play(numbered.getT1().intValue() + 1, numbered.getT2()))
                .then();
    }

    private Mono<Void> play(int number, Chapter chapter) {
        return Mono.defer(() -> {
            screen.chapter(number, chapter);
            return Flux.fromIterable(chapter.steps()).concatMap(this::play).then();
        });
    }

    private <T> Mono<Void> play(Step<T> step) {
        return step.play(log)
                .doOnNext(outcome -> {
                    screen.step(step, outcome);
                    step.check(outcome);
                })
                .then();
    }

    /** Measures several ways to get the same result and prints their cost. */
    public Mono<List<Measurement>> compare(Comparison comparison, List<? extends Step<?>> ways) {
        return comparison.of(ways, log).doOnNext(screen::table);
    }
}
