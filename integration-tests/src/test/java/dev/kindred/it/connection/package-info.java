/** Connections are given back exactly once, whatever happens to the work that was done on them. */
@NullMarked
package dev.kindred.it.connection;

import org.jspecify.annotations.NullMarked;
