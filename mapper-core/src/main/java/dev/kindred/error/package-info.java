/** All exceptions of the mapper, under one root. Read {@link dev.kindred.error.MapperException} first. */
@NullMarked
package dev.kindred.error;

import org.jspecify.annotations.NullMarked;
