/** Queries for entities. */
@NullMarked
package dev.kindred.it.query;

import org.jspecify.annotations.NullMarked;
