/**
 * Schema objects, and the DDL statements that create, alter and drop them, as data. Read {@link
 * dev.kindred.internal.sql.ddl.Table} first. The only SQL text it contains is expressions of the user.
 */
@NullMarked
package dev.kindred.internal.sql.ddl;

import org.jspecify.annotations.NullMarked;
