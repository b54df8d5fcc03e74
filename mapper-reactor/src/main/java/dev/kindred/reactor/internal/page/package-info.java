/**
 * Cursors: signed positions that a client passes back to continue scrolling. Read
 * {@link dev.kindred.reactor.internal.page.Cursors} first.
 */
@NullMarked
package dev.kindred.reactor.internal.page;

import org.jspecify.annotations.NullMarked;
