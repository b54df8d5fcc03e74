/**
 * Shares one statement between callers that wait at the same time. Read
 * {@link dev.kindred.reactor.internal.shared.SharedQueue} first.
 */
@NullMarked
package dev.kindred.reactor.internal.shared;

import org.jspecify.annotations.NullMarked;
