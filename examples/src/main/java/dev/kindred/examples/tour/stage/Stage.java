package dev.kindred.examples.tour.stage;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Plays chapters one after another and shows what happens. */
public final class Stage {

    private final Screen screen;
    private final StatementLog log;

    /** Shows on {@code screen} what {@code log} has seen. */
    public Stage(Screen screen, StatementLog log) {
        this.screen = screen;
        this.log = log;
    }

    /** Plays {@code chapters}; fails with {@link UnexpectedOutcome} when a step is not what it says it is. */
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

    /** Shows what several ways of doing the same cost. */
    public Mono<List<Measurement>> compare(Comparison comparison, List<? extends Step<?>> ways) {
        return comparison.of(ways, log).doOnNext(screen::table);
    }
}
