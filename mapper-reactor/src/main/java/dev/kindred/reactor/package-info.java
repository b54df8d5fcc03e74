/**
 * The API that most users import: {@link dev.kindred.reactor.ReactiveMapper} and the results of its methods. Read it
 * first.
 */
@NullMarked
package dev.kindred.reactor;

import org.jspecify.annotations.NullMarked;
