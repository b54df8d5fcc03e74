package dev.kindred.examples.tour.stage;

import dev.kindred.reactor.spi.StatementExecution;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a step.
 *
 * @param value the emitted value, or null
 * @param error the error, or null
 * @param statements the statements sent
 * @param time the time from subscription to termination
 */
public record Outcome<T>(
        @Nullable T value, @Nullable Throwable error, List<StatementExecution> statements, Duration time) {}
