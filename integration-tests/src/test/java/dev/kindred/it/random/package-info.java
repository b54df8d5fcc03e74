/** Random queries over relations to many rows, compared with a model in memory. */
@NullMarked
package dev.kindred.it.random;

import org.jspecify.annotations.NullMarked;
