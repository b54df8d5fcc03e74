/** The measurement: the tasks of a peer, rounds, and their results. Independent of the peers. */
@NullMarked
package dev.kindred.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
