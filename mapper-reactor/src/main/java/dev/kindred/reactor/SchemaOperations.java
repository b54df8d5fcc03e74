package dev.kindred.reactor;

import dev.kindred.schema.Schema;
import dev.kindred.schema.SchemaPolicy;
import dev.kindred.schema.SchemaReport;
import reactor.core.publisher.Mono;

/**
 * Operations on the tables of some entities, for tests and for a check at start. Use a migration library for databases
 * with data, and give it {@link #ddl()}. No statement is sent before a result is subscribed. Each subscription sends
 * the statements again. Immutable and thread-safe.
 */
public interface SchemaOperations {

    /** Returns the schema as data. */
    Schema schema();

    /**
     * Returns the statements of {@link #create()} as a script for a migration. Sends no statement.
     *
     * @throws dev.kindred.error.MappingException if the entities do not describe a table completely
     */
    String ddl();

    /**
     * Creates the schemas, enum types, tables, keys, indexes and comments, and completes after COMMIT. One transaction,
     * or a savepoint of the subscriber's transaction; one statement for each part. After an error or a cancel nothing
     * is created.
     *
     * <p>Errors: {@link dev.kindred.error.MappingException} if the entities do not describe a table completely,
     * {@link dev.kindred.error.StatementException} if the server refuses, for example because a table exists.
     */
    Mono<Void> create();

    /**
     * Drops the existing tables and enum types, and completes after COMMIT. Transactions and errors are those of
     * {@link #create()}. If another object depends on a table, nothing is dropped.
     */
    Mono<Void> drop();

    /**
     * Compares the database with the entities and returns every difference, each with the statements that fix it.
     * Changes nothing. Two statements on one connection. A third one counts duplicate keys if a key has no unique
     * index. One more counts rows without a target if a relation has the name of a type and a key.
     */
    Mono<SchemaReport> verify();

    /**
     * Compares as {@link #verify()} does. With {@link SchemaPolicy#FAIL} findings are one
     * {@link dev.kindred.error.SchemaMismatchException} that lists all. With {@link SchemaPolicy#WARN} the logger
     * {@code dev.kindred.schema} logs each. With {@link SchemaPolicy#OFF} no statement is sent.
     */
    Mono<Void> verify(SchemaPolicy policy);
}
