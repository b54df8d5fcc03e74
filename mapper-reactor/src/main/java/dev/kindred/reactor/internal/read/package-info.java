/**
 * Reads rows as entities, projections and groups. Sees relation handles only through
 * {@link dev.kindred.reactor.internal.read.EntityHandles}.
 */
@NullMarked
package dev.kindred.reactor.internal.read;

import org.jspecify.annotations.NullMarked;
