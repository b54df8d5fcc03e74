/**
 * The parts that a user can supply to the mapper: connections, transactions of a framework, and listeners of
 * statements. Read {@link dev.kindred.reactor.spi.ConnectionSource} and
 * {@link dev.kindred.reactor.spi.StatementListener}.
 */
@NullMarked
package dev.kindred.reactor.spi;

import org.jspecify.annotations.NullMarked;
