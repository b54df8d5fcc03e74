package dev.kindred.reactor.internal.wiring;

import dev.kindred.reactor.internal.page.CursorKey;
import dev.kindred.type.JsonFormat;
import java.time.Clock;
import java.time.Duration;

/** The settings of a mapper. */
public record MapperSettings(
        Clock clock,
        JsonFormat jsonFormat,
        Duration statementTimeout,
        Duration transactionTimeout,
        int siblingBatchSize,
        boolean exposeServerMessages,
        CursorKey cursorKey) {}
