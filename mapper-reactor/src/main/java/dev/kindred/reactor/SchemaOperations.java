package dev.kindred.reactor;

import dev.kindred.schema.Schema;
import dev.kindred.schema.SchemaPolicy;
import dev.kindred.schema.SchemaReport;
import reactor.core.publisher.Mono;

/**
 * The tables of some entities in the database of a mapper. Made for tests and for a check at start: a database that lives on is better
 * changed by a migration library, which can be given {@link #ddl()}. Nothing is sent before a result is subscribed, and each subscription
 * runs anew. Immutable and thread-safe.
 */
public interface SchemaOperations {

    /** Returns the schema as data. */
    Schema schema();

    /**
     * Returns the statements of {@link #create()} as a script for a migration. Sends nothing.
     *
     * @throws dev.kindred.error.MappingException when a table cannot be made from what is known
     */
    String ddl();

    /**
     * Makes the schemas, enum types, tables, keys, indexes and comments, and completes after COMMIT. One transaction, or a savepoint of the
     * subscriber's; one statement for each part. When one fails, or a cancel comes first, nothing is made.
     *
     * <p>Errors: {@link dev.kindred.error.MappingException} when a table cannot be made from what is known,
     * {@link dev.kindred.error.StatementException} when the server refuses, for example since a table is there.
     */
    Mono<Void> create();

    /**
     * Drops the tables and enum types, as far as they are there, and completes after COMMIT. Transactions and errors are those of
     * {@link #create()}; when something else depends on a table, nothing is dropped.
     */
    Mono<Void> drop();

    /**
     * Compares the database with the entities and returns every difference, each with the statements that mend it. Changes nothing. Two
     * statements on one connection, and a third one when there are keys without a unique index, which counts those that several rows have.
     */
    Mono<SchemaReport> verify();

    /**
     * Compares as {@link #verify()} does, and completes when the findings are no error: with {@link SchemaPolicy#FAIL} any finding is a
     * {@link dev.kindred.error.SchemaMismatchException} that lists all, with {@link SchemaPolicy#WARN} each is logged by
     * {@code dev.kindred.schema}, and with {@link SchemaPolicy#OFF} no statement is sent.
     */
    Mono<Void> verify(SchemaPolicy policy);
}
