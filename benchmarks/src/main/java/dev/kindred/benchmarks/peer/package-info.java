/** One class for each peer, and the data they work on. */
@NullMarked
package dev.kindred.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
