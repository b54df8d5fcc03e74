package dev.kindred.reactor.internal.wiring;

import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.execute.Auditing;
import dev.kindred.reactor.internal.execute.StatementRetries;
import dev.kindred.reactor.internal.execute.Tenants;
import dev.kindred.reactor.internal.page.CursorKey;
import dev.kindred.reactor.internal.persist.EntityCallbacks;
import dev.kindred.reactor.internal.preload.LoadLimits;
import dev.kindred.type.WireContext;
import java.time.Clock;
import java.time.Duration;

/** The settings of a mapper. */
public record MapperSettings(
        Clock clock,
        Auditing auditing,
        Tenants tenants,
        EntityCallbacks callbacks,
        WireContext context,
        Duration statementTimeout,
        Duration transactionTimeout,
        StatementRetries retries,
        LoadLimits limits,
        LoadMode loadMode,
        boolean sharesReads,
        boolean sharesWrites,
        boolean exposeServerMessages,
        CursorKey cursorKey) {}
