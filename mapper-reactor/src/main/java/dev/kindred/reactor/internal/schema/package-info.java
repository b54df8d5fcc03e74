/**
 * Runs the statements of a schema, and asks the catalogue what a database has.
 */
@NullMarked
package dev.kindred.reactor.internal.schema;

import org.jspecify.annotations.NullMarked;
