package dev.kindred.examples.tour.stage;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A step that the tour runs, shows and checks. Immutable.
 *
 * @param heading the heading
 * @param snippet the lines of Java that create the work
 * @param work the work, run on subscription
 * @param expectations the expected properties of the outcome
 */
public record Step<T>(String heading, List<String> snippet, Mono<T> work, List<Expectation<T>> expectations) {

    /** Creates a step. Its snippet is the body of the calling method up to its return. */
    public static <T> Step<T> of(String heading, Mono<T> work) {
        return new Step<>(heading, Snippet.ofCaller(), work, List.of());
    }

    /** Like {@link #of(String, Mono)}, with all values of {@code work} in one list. */
    public static <T> Step<List<T>> of(String heading, Flux<T> work) {
        return new Step<>(heading, Snippet.ofCaller(), work.collectList(), List.of());
    }

    /** Expects an exact number of statements. */
    public Step<T> sends(int statements) {
        return expects(
                Rendering.count(statements, "statement"),
                outcome -> outcome.statements().size() == statements);
    }

    /** Expects a value. */
    public Step<T> gives(T expected) {
        return expects(String.valueOf(expected), outcome -> expected.equals(outcome.value()));
    }

    /** Expects a value that matches a condition; {@code description} describes the condition. */
    public Step<T> gives(String description, Predicate<T> condition) {
        return expects(description, outcome -> {
            T value = outcome.value();
            return value != null && condition.test(value);
        });
    }

    /** Expects an empty completion. */
    public Step<T> givesNothing() {
        return expects("nothing", outcome -> outcome.value() == null && outcome.error() == null);
    }

    /** Expects an error. */
    public Step<T> failsWith(Class<? extends Throwable> type) {
        return expects(type.getSimpleName(), outcome -> type.isInstance(outcome.error()));
    }

    /** Runs the work. A failure is part of the emitted outcome. */
    Mono<Outcome<T>> play(StatementLog log) {
        return Mono.defer(() -> {
            log.start();
            long start = System.nanoTime();
            return work.materialize()
                    .map(signal -> new Outcome<>(
                            signal.get(),
                            signal.getThrowable(),
                            log.stop(),
                            Duration.ofNanos(System.nanoTime() - start)));
        });
    }

    /** Throws if the outcome does not meet the expectations. */
    void check(Outcome<T> outcome) {
        expectations.forEach(expectation -> expectation.check(outcome));
    }

    private Step<T> expects(String description, Predicate<Outcome<T>> condition) {
        List<Expectation<T>> more = Stream.concat(
                        expectations.stream(), Stream.of(new Expectation<>(description, condition)))
                .toList();
        return new Step<>(heading, snippet, work, more);
    }
}
