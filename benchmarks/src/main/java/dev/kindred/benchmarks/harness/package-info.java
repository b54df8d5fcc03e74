/** How is measured: what a peer must be able to do, rounds, and what came out of them. Knows no peer. */
@NullMarked
package dev.kindred.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
