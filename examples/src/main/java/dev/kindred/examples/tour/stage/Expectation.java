package dev.kindred.examples.tour.stage;

import java.util.function.Predicate;

/** An expected property of an outcome. */
record Expectation<T>(String description, Predicate<Outcome<T>> condition) {

    void check(Outcome<T> outcome) {
        if (!condition.test(outcome)) {
            throw new UnexpectedOutcome(
                    "Expected " + description + ", but got " + Rendering.result(outcome), outcome.error());
        }
    }
}
