package dev.kindred.spring.boot.console;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the development console. Immutable and thread-safe.
 *
 * @param enabled whether the console is on; if it is not set, the console is on when devtools is on the class path. It
 *     is always off in the profiles prod and production
 * @param requests the number of requests that are kept
 * @param statements the number of statements of one request that are kept; further ones are only counted
 * @param repetitions the number of equal statements in one request from which on it has a hint
 * @param remote whether other machines than this one may open the console
 */
@ConfigurationProperties("kindred.console")
record ConsoleProperties(
        @Nullable Boolean enabled,
        @DefaultValue("100") int requests,
        @DefaultValue("500") int statements,
        @DefaultValue("5") int repetitions,
        @DefaultValue("false") boolean remote) {

    ConsoleProperties {
        positive(requests, "kindred.console.requests");
        positive(statements, "kindred.console.statements");
        positive(repetitions, "kindred.console.repetitions");
    }

    private static void positive(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1");
        }
    }
}
