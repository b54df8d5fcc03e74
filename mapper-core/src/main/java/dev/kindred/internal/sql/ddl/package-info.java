/**
 * The parts of a database's schema, and the statements that make, change and drop them, as data. Read
 * {@link dev.kindred.internal.sql.ddl.Table} first. It holds no SQL text besides the expressions that a user wrote.
 */
@NullMarked
package dev.kindred.internal.sql.ddl;

import org.jspecify.annotations.NullMarked;
