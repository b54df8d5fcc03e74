/** Writes of one entity. */
@NullMarked
package dev.kindred.it.persist;

import org.jspecify.annotations.NullMarked;
