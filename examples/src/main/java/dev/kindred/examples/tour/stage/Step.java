package dev.kindred.examples.tour.stage;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Something that the tour does, shows and checks. Immutable.
 *
 * @param heading what it is about
 * @param snippet the lines of Java that made the work
 * @param work what runs on subscription
 * @param expectations what must be so afterwards
 */
public record Step<T>(String heading, List<String> snippet, Mono<T> work, List<Expectation<T>> expectations) {

    /** Makes a step whose snippet is everything that the calling method does before it returns. */
    public static <T> Step<T> of(String heading, Mono<T> work) {
        return new Step<>(heading, Snippet.ofCaller(), work, List.of());
    }

    /** As {@link #of(String, Mono)}, with everything that {@code work} emits in one list. */
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

    /** Expects a value that satisfies a condition, which {@code description} puts into words. */
    public Step<T> gives(String description, Predicate<T> condition) {
        return expects(description, outcome -> {
            T value = outcome.value();
            return value != null && condition.test(value);
        });
    }

    /** Expects that it completes without a value. */
    public Step<T> givesNothing() {
        return expects("nothing", outcome -> outcome.value() == null && outcome.error() == null);
    }

    /** Expects an error. */
    public Step<T> failsWith(Class<? extends Throwable> type) {
        return expects(type.getSimpleName(), outcome -> type.isInstance(outcome.error()));
    }

    /** Does the work; how it went is a value even when it fails. */
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

    /** Throws when the outcome is not what was expected. */
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
