/**
 * The schema of a set of entities, and the differences that a database has. Read
 * {@link dev.kindred.schema.Schema} first, then {@link dev.kindred.schema.Finding}.
 */
@NullMarked
package dev.kindred.schema;

import org.jspecify.annotations.NullMarked;
