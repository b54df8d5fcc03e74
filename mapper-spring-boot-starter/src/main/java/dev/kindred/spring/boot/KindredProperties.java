package dev.kindred.spring.boot;

import dev.kindred.query.LoadMode;
import dev.kindred.reactor.SharedReads;
import dev.kindred.reactor.SharedWrites;
import dev.kindred.schema.SchemaPolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties of the mapper.
 *
 * @param statementTimeout Time after which the mapper cancels a statement.
 * @param cursorKey Key that signs the cursors of pages, as Base64 of at least 16 random bytes. Every instance of the
 *     application needs the same key. By default each start creates a random key.
 * @param exposeServerMessages Whether errors have the text of the server. It may show values of rows and parameters.
 * @param logStatements Whether the logger "dev.kindred.sql" writes each statement at level DEBUG, and each failed one
 *     at level WARN. By default this is so if the level of the logger is DEBUG when the application starts.
 * @param sharedReads Which reads by key share a statement with the reads of other callers. "when-busy" needs the
 *     pool of Kindred.
 * @param sharedWrites Which writes of one row share a statement with the writes of other callers. "when-busy" needs
 *     the pool of Kindred.
 * @param transaction Transactions of the mapper.
 * @param relations Loading of relations.
 * @param json JSON with the JsonMapper of the application.
 * @param schema Comparison of the database with the entities.
 * @param repositories Repositories that are beans.
 */
@ConfigurationProperties("kindred")
record KindredProperties(
        @DefaultValue("31s") Duration statementTimeout,
        @Nullable String cursorKey,
        @DefaultValue("false") boolean exposeServerMessages,
        @Nullable Boolean logStatements,
        @DefaultValue("off") SharedReads sharedReads,
        @DefaultValue("off") SharedWrites sharedWrites,
        @DefaultValue Transaction transaction,
        @DefaultValue Relations relations,
        @DefaultValue Json json,
        @DefaultValue Schema schema,
        @DefaultValue Repositories repositories) {

    /** Has no value of a property: the key of the cursors is secret. */
    @Override
    public String toString() {
        return "KindredProperties";
    }

    /**
     * Transactions of the mapper.
     *
     * @param timeout Time after which a transaction is rolled back.
     * @param otherFactory Effect of an operation outside the mapper's transactions while a Spring transaction of
     *     another ConnectionFactory is active.
     */
    record Transaction(
            @DefaultValue("5m") Duration timeout,
            @DefaultValue("warn") OtherFactory otherFactory) {}

    /** The effect of an operation while a transaction of another ConnectionFactory is active. */
    enum OtherFactory {
        /** Logs one warning. */
        WARN,
        /** Fails the operation. */
        ERROR
    }

    /**
     * Loading of relations.
     *
     * @param loadMode Effect of the first subscription to a relation that is not loaded. "forbid" makes it an error
     *     that names the preload to add.
     * @param siblingBatchSize Greatest number of entities whose relation is loaded together.
     * @param siblingRows Greatest number of rows of lists that are loaded together.
     * @param preloadRows Greatest number of rows of a preload of lists. By default one row for each KiB of the greatest
     *     heap.
     */
    record Relations(
            @DefaultValue("batch") LoadMode loadMode,
            @DefaultValue("1000") int siblingBatchSize,
            @DefaultValue("100000") long siblingRows,
            @Nullable Long preloadRows) {}

    /**
     * JSON with the JsonMapper of the application.
     *
     * @param enabled Whether members marked with Json are written and read, and relations are written by the
     *     JsonMapper of the application.
     * @param nullKeysAsNull Whether the JSON of an entity has null, or an empty array, for a relation that was not
     *     loaded and whose key is null.
     */
    record Json(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("false") boolean nullKeysAsNull) {}

    /**
     * Comparison of the database with the entities.
     *
     * @param verify Effect of a difference that is found when the application starts, after migrations.
     * @param packages Packages of the entities. By default those of EntityScan, else those of the application.
     */
    record Schema(
            @DefaultValue("off") SchemaPolicy verify,
            @DefaultValue List<String> packages) {}

    /**
     * Repositories that are beans.
     *
     * @param packages Packages of the repositories. By default those of the application.
     */
    record Repositories(@DefaultValue List<String> packages) {}
}
