/** Creates and connects the parts of a mapper. */
@NullMarked
package dev.kindred.reactor.internal.wiring;

import org.jspecify.annotations.NullMarked;
