/** Kindred and its peers, measured side by side. Start with {@link dev.kindred.benchmarks.Benchmarks}. */
@NullMarked
package dev.kindred.benchmarks;

import org.jspecify.annotations.NullMarked;
