/** Connections are released exactly once, for every outcome of the work on them. */
@NullMarked
package dev.kindred.it.connection;

import org.jspecify.annotations.NullMarked;
