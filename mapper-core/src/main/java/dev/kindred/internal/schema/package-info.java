/**
 * Compares what entities need with what a database has, without asking it. Read {@link dev.kindred.internal.schema.Verification} first.
 */
@NullMarked
package dev.kindred.internal.schema;

import org.jspecify.annotations.NullMarked;
