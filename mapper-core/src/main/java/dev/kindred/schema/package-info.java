/**
 * The tables, keys and indexes that a set of entities needs, as data, and what a database has instead. Read
 * {@link dev.kindred.schema.Schema} first, then {@link dev.kindred.schema.Finding}.
 */
@NullMarked
package dev.kindred.schema;

import org.jspecify.annotations.NullMarked;
