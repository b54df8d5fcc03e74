package dev.kindred.spring.boot;

import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.ReactiveMapperBuilder;
import dev.kindred.reactor.SharedReads;
import dev.kindred.reactor.SharedWrites;
import dev.kindred.reactor.spi.StatementListener;
import dev.kindred.reactor.spi.TransactionBridge;
import dev.kindred.spring.boot.error.KindredConfigurationException;
import dev.kindred.spring.transaction.SpringTransactionBridge;
import io.r2dbc.spi.ConnectionFactory;
import java.util.Base64;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Creates the mapper with the properties and beans of the application. A wrong setting is an error that names its
 * property.
 *
 * @param properties the properties
 * @param values the beans that convert values
 * @param writes the beans that take part in writes
 * @param listeners the listeners of statements
 * @param customizers the beans that change the settings
 */
record MapperFactory(
        KindredProperties properties,
        ValueBeans values,
        WriteBeans writes,
        ObjectProvider<StatementListener> listeners,
        ObjectProvider<ReactiveMapperBuilderCustomizer> customizers) {

    private static final String POSTGRESQL = "PostgreSQL";

    /**
     * Creates a mapper on {@code factory}. Acquires no connection.
     *
     * @param own the bridge of the application, or null for the one of Spring's transactions
     */
    ReactiveMapper create(ConnectionFactory factory, @Nullable TransactionBridge own) {
        requirePostgresql(factory);
        ReactiveMapperBuilder builder = ReactiveMapper.builder(factory, own == null ? bridge(factory) : own);
        apply(builder);
        apply(builder, properties.relations());
        values.applyTo(builder);
        writes.applyTo(builder);
        if (logsStatements()) {
            builder.listener(StatementListener.logging());
        }
        listeners.orderedStream().forEach(builder::listener);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return built(builder);
    }

    private ReactiveMapper built(ReactiveMapperBuilder builder) {
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            if (properties.sharedReads() == SharedReads.OFF && properties.sharedWrites() == SharedWrites.OFF) {
                throw e;
            }
            // The reads are built first.
            throw new KindredConfigurationException(
                    properties.sharedReads() == SharedReads.OFF ? "kindred.shared-writes" : "kindred.shared-reads",
                    "The value is refused: " + e.getMessage() + ".",
                    e);
        }
    }

    private static void requirePostgresql(ConnectionFactory factory) {
        String name;
        try {
            name = factory.getMetadata().getName();
        } catch (UnsupportedOperationException e) {
            return; // a factory that selects its target by a key may have no metadata
        }
        if (!name.equals(POSTGRESQL)) {
            throw new KindredConfigurationException(
                    "ConnectionFactory",
                    "The database is '" + name + "'. Kindred works with PostgreSQL. Define a ReactiveMapper on another"
                            + " ConnectionFactory, or exclude " + KindredAutoConfiguration.class.getName() + ".",
                    null);
        }
    }

    private SpringTransactionBridge bridge(ConnectionFactory factory) {
        SpringTransactionBridge bridge = SpringTransactionBridge.of(factory);
        return properties.transaction().otherFactory() == KindredProperties.OtherFactory.ERROR
                ? bridge.failingInOtherTransactions()
                : bridge;
    }

    private void apply(ReactiveMapperBuilder builder) {
        Settings.apply("kindred.statement-timeout", builder::statementTimeout, properties.statementTimeout());
        Settings.apply(
                "kindred.transaction.timeout",
                builder::transactionTimeout,
                properties.transaction().timeout());
        builder.sharedReads(properties.sharedReads());
        builder.sharedWrites(properties.sharedWrites());
        if (properties.exposeServerMessages()) {
            builder.exposeServerMessages();
        }
        @Nullable String key = properties.cursorKey();
        if (key != null) {
            Settings.apply("kindred.cursor-key", builder::cursorKey, decoded(key));
        }
    }

    private static void apply(ReactiveMapperBuilder builder, KindredProperties.Relations relations) {
        builder.loadMode(relations.loadMode());
        Settings.apply("kindred.relations.sibling-batch-size", builder::siblingBatchSize, relations.siblingBatchSize());
        Settings.apply("kindred.relations.sibling-rows", builder::siblingRows, relations.siblingRows());
        @Nullable Long preloadRows = relations.preloadRows();
        if (preloadRows != null) {
            Settings.apply("kindred.relations.preload-rows", builder::preloadRows, preloadRows);
        }
    }

    /** The message of the decoder may show characters of the key. */
    private static byte[] decoded(String key) {
        try {
            return Base64.getDecoder().decode(key.trim());
        } catch (IllegalArgumentException e) {
            throw new KindredConfigurationException(
                    "kindred.cursor-key", "The value is not Base64. Create one with: openssl rand -base64 32", null);
        }
    }

    private boolean logsStatements() {
        @Nullable Boolean wanted = properties.logStatements();
        return wanted == null ? LogFactory.getLog("dev.kindred.sql").isDebugEnabled() : wanted;
    }
}
