/**
 * PostgreSQL servers and databases for tests. {@link dev.kindred.test.internal.PostgresServer} finds or starts a
 * server, {@link dev.kindred.test.internal.PostgresDatabase} is a database of its own.
 */
@NullMarked
package dev.kindred.test.internal;

import org.jspecify.annotations.NullMarked;
