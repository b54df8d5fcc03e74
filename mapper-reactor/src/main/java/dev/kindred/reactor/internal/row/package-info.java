/**
 * Converts rows to entities and scalars, and values to parameters. Read
 * {@link dev.kindred.reactor.internal.row.EntityRowReader} first.
 */
@NullMarked
package dev.kindred.reactor.internal.row;

import org.jspecify.annotations.NullMarked;
