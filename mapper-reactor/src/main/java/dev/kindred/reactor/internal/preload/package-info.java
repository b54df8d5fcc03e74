/**
 * Runs preload plans, and the handles that load themselves together with their siblings. Read
 * {@link dev.kindred.reactor.internal.preload.RelationHandle} first.
 */
@NullMarked
package dev.kindred.reactor.internal.preload;

import org.jspecify.annotations.NullMarked;
