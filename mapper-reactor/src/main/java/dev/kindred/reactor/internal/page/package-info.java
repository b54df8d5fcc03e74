/**
 * What a client is handed to go on scrolling from: signed text. Read {@link dev.kindred.reactor.internal.page.Cursors}
 * first.
 */
@NullMarked
package dev.kindred.reactor.internal.page;

import org.jspecify.annotations.NullMarked;
