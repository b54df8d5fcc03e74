/**
 * Chooses a replica for the reads that allow it. Read {@link dev.kindred.reactor.internal.replica.ReplicaRouting}
 * first.
 */
@NullMarked
package dev.kindred.reactor.internal.replica;

import org.jspecify.annotations.NullMarked;
