/**
 * The entities of the examples. Read {@link dev.kindred.examples.entity.User} first; the processor writes {@code User_} beside it.
 */
@NullMarked
package dev.kindred.examples.entity;

import org.jspecify.annotations.NullMarked;
