package dev.kindred.examples.tour.stage;

import dev.kindred.reactor.spi.StatementExecution;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a step went.
 *
 * @param value what was emitted, or null
 * @param error what it failed with, or null
 * @param statements what was sent
 * @param time from the subscription to the end
 */
public record Outcome<T>(
        @Nullable T value, @Nullable Throwable error, List<StatementExecution> statements, Duration time) {}
