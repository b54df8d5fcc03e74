/**
 * The tables, keys and indexes that entities need, as data. Read {@link dev.kindred.internal.schema.SchemaTables} first.
 */
@NullMarked
package dev.kindred.internal.schema;

import org.jspecify.annotations.NullMarked;
