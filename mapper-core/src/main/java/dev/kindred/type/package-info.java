/**
 * How a Java value becomes a value that a column can hold, and back. Read {@link dev.kindred.type.SqlType} first; own types
 * enter by a {@link dev.kindred.type.Codec}.
 */
@NullMarked
package dev.kindred.type;

import org.jspecify.annotations.NullMarked;
