/** Runs queries: rows, pages, streams and look-ups by primary key. */
@NullMarked
package dev.kindred.reactor.internal.select;

import org.jspecify.annotations.NullMarked;
