/** Runs the statements of a schema, and reads the catalog of the database. */
@NullMarked
package dev.kindred.reactor.internal.schema;

import org.jspecify.annotations.NullMarked;
