package dev.kindred.reactor.internal.wiring;

import dev.kindred.reactor.internal.page.CursorKey;
import dev.kindred.reactor.internal.preload.LoadLimits;
import dev.kindred.type.JsonFormat;
import java.time.Clock;
import java.time.Duration;

/** The settings of a mapper. */
public record MapperSettings(
        Clock clock,
        JsonFormat jsonFormat,
        Duration statementTimeout,
        Duration transactionTimeout,
        LoadLimits limits,
        boolean exposeServerMessages,
        CursorKey cursorKey) {}
