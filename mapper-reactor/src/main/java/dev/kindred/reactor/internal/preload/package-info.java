/**
 * Runs preload plans, and the handles that load together with their siblings. Read
 * {@link dev.kindred.reactor.internal.preload.RelatedValue} first, then
 * {@link dev.kindred.reactor.internal.preload.RelationKind}.
 */
@NullMarked
package dev.kindred.reactor.internal.preload;

import org.jspecify.annotations.NullMarked;
