/**
 * Compares the schema that the entities require with catalog data, without I/O. Read {@link
 * dev.kindred.internal.schema.Verification} first.
 */
@NullMarked
package dev.kindred.internal.schema;

import org.jspecify.annotations.NullMarked;
