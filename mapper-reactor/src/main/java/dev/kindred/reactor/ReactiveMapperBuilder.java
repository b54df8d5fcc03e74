package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.connection.ConnectErrors;
import dev.kindred.reactor.internal.connection.FactoryConnectionSource;
import dev.kindred.reactor.internal.connection.StatementObserver;
import dev.kindred.reactor.internal.connection.SuppliedConnections;
import dev.kindred.reactor.internal.execute.Auditing;
import dev.kindred.reactor.internal.execute.StatementRetries;
import dev.kindred.reactor.internal.execute.Tenants;
import dev.kindred.reactor.internal.page.CursorKey;
import dev.kindred.reactor.internal.persist.EntityCallbacks;
import dev.kindred.reactor.internal.preload.LoadLimits;
import dev.kindred.reactor.internal.wiring.MapperSettings;
import dev.kindred.reactor.internal.wiring.MapperWiring;
import dev.kindred.reactor.spi.Auditor;
import dev.kindred.reactor.spi.ConnectionSource;
import dev.kindred.reactor.spi.EntityCallback;
import dev.kindred.reactor.spi.ErrorTranslation;
import dev.kindred.reactor.spi.OperationListener;
import dev.kindred.reactor.spi.StatementListener;
import dev.kindred.reactor.spi.TransactionBridge;
import dev.kindred.type.Codec;
import dev.kindred.type.JsonFormat;
import dev.kindred.type.WireContext;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link ReactiveMapper}. Confined to one thread.
 */
public final class ReactiveMapperBuilder {

    private final Function<ConnectErrors, ConnectionSource> source;
    private final List<StatementListener> listeners = new ArrayList<>();
    private final List<OperationListener> operationListeners = new ArrayList<>();
    private Clock clock = Clock.systemUTC();
    private @Nullable Auditor auditor;
    private Tenants.Access tenants = Tenants.Access.NONE;
    private final List<EntityCallback<?>> callbacks = new ArrayList<>();
    private final List<Codec<?, ?>> codecs = new ArrayList<>();
    private JsonFormat jsonFormat = JsonFormat.none();
    private Duration statementTimeout = Duration.ofSeconds(31);
    private Duration transactionTimeout = Duration.ofMinutes(5);
    private StatementRetries retries = new StatementRetries(0, Duration.ofMillis(1));
    private int siblingBatchSize = 1000;
    private long siblingRows = 100_000;
    private LoadMode loadMode = LoadMode.BATCH;
    private SharedReads sharedReads = SharedReads.OFF;
    private SharedWrites sharedWrites = SharedWrites.OFF;
    private long preloadRows = Math.max(1000, Runtime.getRuntime().maxMemory() / 1024);
    private boolean exposeServerMessages;
    private @Nullable CursorKey cursorKey;
    private @Nullable Replicas replicas;
    private @Nullable ErrorTranslation errorTranslation;

    private ReactiveMapperBuilder(Function<ConnectErrors, ConnectionSource> source) {
        this.source = source;
    }

    static ReactiveMapperBuilder of(ConnectionFactory factory, TransactionBridge bridge) {
        return new ReactiveMapperBuilder(errors -> new FactoryConnectionSource(factory, errors, bridge));
    }

    static ReactiveMapperBuilder of(ConnectionSource source) {
        return new ReactiveMapperBuilder(errors -> new SuppliedConnections(source, errors));
    }

    /** Adds a listener of each statement. None by default. Several are called in the order of their registration. */
    public ReactiveMapperBuilder listener(StatementListener listener) {
        listeners.add(Checks.notNull(listener, "listener"));
        return this;
    }

    /** Adds a listener of each operation. None by default. Several are called in the order of their registration. */
    public ReactiveMapperBuilder operationListener(OperationListener listener) {
        operationListeners.add(Checks.notNull(listener, "listener"));
        return this;
    }

    /** Uses {@code clock} for {@code @CreatedAt} and {@code @UpdatedAt}; by default the system clock in UTC. */
    public ReactiveMapperBuilder clock(Clock clock) {
        this.clock = Checks.notNull(clock, "clock");
        return this;
    }

    /** Uses {@code auditor} for {@code @CreatedBy} and {@code @UpdatedBy}. By default these members are set to null. */
    public ReactiveMapperBuilder auditor(Auditor auditor) {
        this.auditor = Checks.notNull(auditor, "auditor");
        return this;
    }

    /**
     * Uses entities with {@code @TenantId} members; off by default. Without it, each operation on such an entity ends
     * with {@link dev.kindred.error.TenantException}. The tenant of an operation is in its Context, see {@link Tenant}.
     * Raw SQL must name {@code :tenant}, which is bound from the Context, or use {@link SqlStatement#acrossTenants}.
     */
    public ReactiveMapperBuilder withTenants() {
        if (tenants == Tenants.Access.NONE) {
            tenants = Tenants.Access.ONE;
        }
        return this;
    }

    /** Uses entities as {@link #withTenants} does, and allows {@link Tenant#all}; off by default. */
    public ReactiveMapperBuilder allowAcrossTenants() {
        tenants = Tenants.Access.ACROSS;
        return this;
    }

    /** Adds a callback before and after writes of entities. No callback by default. */
    public ReactiveMapperBuilder entityCallback(EntityCallback<?> callback) {
        callbacks.add(Checks.notNull(callback, "callback"));
        return this;
    }

    /** Writes and reads {@code @Json} members with {@code format}. No format by default. */
    public ReactiveMapperBuilder jsonFormat(JsonFormat format) {
        this.jsonFormat = Checks.notNull(format, "format");
        return this;
    }

    /**
     * Uses {@code codec} in each column that names its class, instead of an instance that the mapper creates. The codec
     * can have state, such as a key. The columns of a codec whose constructors all have parameters need it: without
     * it, each value is a {@link dev.kindred.error.MappingException}. No codec by default.
     *
     * <p>{@link dev.kindred.model.AssignableColumns} belong to no mapper. They check input with a codec without
     * parameters, and not at all with other codecs.
     */
    public ReactiveMapperBuilder codec(Codec<?, ?> codec) {
        codecs.add(Checks.notNull(codec, "codec"));
        return this;
    }

    /**
     * Cancels a statement that has not ended after {@code timeout}; 31 seconds by default, one more than the server's
     * limit on the connections of {@link Connections}.
     */
    public ReactiveMapperBuilder statementTimeout(Duration timeout) {
        this.statementTimeout = Checks.positive(timeout, "timeout");
        return this;
    }

    /**
     * Cancels and rolls back a transaction whose work has not ended after {@code timeout}; 5 minutes by default. Each
     * callback has the same limit.
     */
    public ReactiveMapperBuilder transactionTimeout(Duration timeout) {
        this.transactionTimeout = Checks.positive(timeout, "timeout");
        return this;
    }

    /**
     * Repeats a statement outside a transaction at most {@code times} times if the server has rolled it back because of
     * a serialization failure or a deadlock (SQLSTATE 40001 and 40P01). Waits about {@code first} before the first
     * time, then twice as long each time, and keeps the connection. Also repeats the transactions that the mapper
     * begins for one operation, with their callbacks of entities. Not repeated by default. For transactions of the
     * application see {@link dev.kindred.reactor.transaction.TransactionOptions#retry(int, Duration)}.
     */
    public ReactiveMapperBuilder retryStatements(int times, Duration first) {
        Checks.argument(times > 0, "times must be positive, but is " + times);
        this.retries = new StatementRetries(times, Checks.positive(first, "first"));
        return this;
    }

    /**
     * Sets the effect of the first subscription to a relation handle that is not loaded; {@link LoadMode#BATCH} by
     * default. It applies to all entities that are read or written, except those of a query with its own mode.
     */
    public ReactiveMapperBuilder loadMode(LoadMode mode) {
        this.loadMode = Checks.notNull(mode, "mode");
        return this;
    }

    /**
     * Sets which reads by key share a statement with the reads of other callers; {@link SharedReads#OFF} by default.
     * The mapper needs a pool of {@link Connections}: {@link #build} throws an {@link IllegalArgumentException}
     * otherwise.
     */
    public ReactiveMapperBuilder sharedReads(SharedReads sharedReads) {
        this.sharedReads = Checks.notNull(sharedReads, "sharedReads");
        return this;
    }

    /**
     * Sets which writes of one row share a statement with the writes of other callers; {@link SharedWrites#OFF} by
     * default. The mapper needs a pool of {@link Connections}: {@link #build} throws an
     * {@link IllegalArgumentException} otherwise.
     */
    public ReactiveMapperBuilder sharedWrites(SharedWrites sharedWrites) {
        this.sharedWrites = Checks.notNull(sharedWrites, "sharedWrites");
        return this;
    }

    /**
     * Loads a relation for at most {@code entities} siblings together; 1,000 by default. A preload is one statement for
     * any number.
     */
    public ReactiveMapperBuilder siblingBatchSize(int entities) {
        Checks.argument(entities > 0, "siblingBatchSize must be positive, but is " + entities);
        this.siblingBatchSize = entities;
        return this;
    }

    /**
     * Loads at most {@code rows} rows of a to-many relation for siblings together; 100,000 by default. Lists that are
     * read in full are remembered. A list that does not fit is read in chunks for each subscriber, and is not
     * remembered. Has no effect on preloads.
     */
    public ReactiveMapperBuilder siblingRows(long rows) {
        Checks.argument(rows > 0, "siblingRows must be positive, but is " + rows);
        this.siblingRows = rows;
        return this;
    }

    /**
     * Fails a preload of a to-many relation with {@link dev.kindred.error.PreloadLimitException} if it has more than
     * {@code rows} rows; by default one row for each KiB of the greatest heap. In a {@code stream} the limit is for
     * each chunk.
     */
    public ReactiveMapperBuilder preloadRows(long rows) {
        Checks.argument(rows > 0, "preloadRows must be positive, but is " + rows);
        this.preloadRows = rows;
        return this;
    }

    /**
     * Adds the server's text to messages, and the driver's exception as their cause. Both may show values of rows and
     * parameters, so this is off by default.
     */
    public ReactiveMapperBuilder exposeServerMessages() {
        this.exposeServerMessages = true;
        return this;
    }

    /**
     * Emits the errors that {@code translation} returns instead of {@link dev.kindred.error.MapperException}s. Errors
     * that methods throw before any subscription are not translated. No translation by default.
     */
    public ReactiveMapperBuilder errorTranslation(ErrorTranslation translation) {
        this.errorTranslation = Checks.notNull(translation, "translation");
        return this;
    }

    /**
     * Signs the cursors of {@code scroll} with {@code key}, at least 16 random bytes. Every mapper with the same key
     * accepts them, also after a restart. By default each mapper creates a random key.
     */
    public ReactiveMapperBuilder cursorKey(byte[] key) {
        this.cursorKey = CursorKey.of(Checks.notNull(key, "key"));
        return this;
    }

    /**
     * Reads from {@code replicas} where the pipeline or the transaction says so, see {@link ReplicaOperations}. Without
     * replicas such reads use the primary.
     */
    public ReactiveMapperBuilder replicas(Replicas replicas) {
        this.replicas = Checks.notNull(replicas, "replicas");
        return this;
    }

    /**
     * Returns the mapper. Acquires no connection.
     *
     * @throws IllegalArgumentException if two codecs have the same class, or for replicas of a ConnectionSource
     */
    public ReactiveMapper build() {
        StatementObserver observer = new StatementObserver(listeners, operationListeners, errorTranslation);
        ConnectErrors errors = new ConnectErrors(exposeServerMessages);
        ConnectionSource made = source.apply(errors);
        return new DefaultReactiveMapper(MapperWiring.parts(
                replicas == null ? made : replicas.behind(made, errors, observer),
                observer,
                new MapperSettings(
                        clock,
                        new Auditing(auditor),
                        new Tenants(tenants),
                        new EntityCallbacks(callbacks),
                        WireContext.of(jsonFormat, codecs),
                        statementTimeout,
                        transactionTimeout,
                        retries,
                        new LoadLimits(siblingBatchSize, siblingRows, preloadRows),
                        loadMode,
                        sharedReads == SharedReads.WHEN_BUSY,
                        sharedWrites == SharedWrites.WHEN_BUSY,
                        exposeServerMessages,
                        cursorKey == null ? CursorKey.random() : cursorKey)));
    }
}
