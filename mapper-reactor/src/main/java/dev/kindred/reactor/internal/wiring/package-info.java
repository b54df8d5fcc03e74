/** Puts the parts of a mapper together. */
@NullMarked
package dev.kindred.reactor.internal.wiring;

import org.jspecify.annotations.NullMarked;
