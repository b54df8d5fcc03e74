/**
 * Shares one statement between reads by key that wait at the same time. Read
 * {@link dev.kindred.reactor.internal.shared.ReadQueue} first.
 */
@NullMarked
package dev.kindred.reactor.internal.shared;

import org.jspecify.annotations.NullMarked;
