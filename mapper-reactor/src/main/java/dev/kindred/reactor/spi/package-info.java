/**
 * What a user may bring to the mapper: where connections come from, and who is told of each statement. Read
 * {@link dev.kindred.reactor.spi.ConnectionSource} and {@link dev.kindred.reactor.spi.StatementListener}.
 */
@NullMarked
package dev.kindred.reactor.spi;

import org.jspecify.annotations.NullMarked;
