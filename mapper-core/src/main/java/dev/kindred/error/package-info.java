/**
 * Every exception the mapper throws, below one root. Read {@link dev.kindred.error.MapperException} first.
 */
@NullMarked
package dev.kindred.error;

import org.jspecify.annotations.NullMarked;
