/**
 * What most users import: {@link dev.kindred.reactor.ReactiveMapper} and what its methods return. Read it first.
 */
@NullMarked
package dev.kindred.reactor;

import org.jspecify.annotations.NullMarked;
