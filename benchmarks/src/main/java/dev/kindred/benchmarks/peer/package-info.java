/** One class for each peer, and their data. */
@NullMarked
package dev.kindred.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
