/**
 * The entities of the examples. Read {@link dev.kindred.examples.entity.User} first. The processor generates {@code
 * User_} in the same package.
 */
@NullMarked
package dev.kindred.examples.entity;

import org.jspecify.annotations.NullMarked;
