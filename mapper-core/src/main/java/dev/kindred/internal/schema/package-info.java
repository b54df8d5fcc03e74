/**
 * Derives the schema that entities require from their models, without I/O. Read
 * {@link dev.kindred.internal.schema.SchemaReader} first.
 */
@NullMarked
package dev.kindred.internal.schema;

import org.jspecify.annotations.NullMarked;
