/**
 * Maps Java values to column values. Read {@link dev.kindred.type.SqlType} first. User-defined types use a {@link
 * dev.kindred.type.Codec}.
 */
@NullMarked
package dev.kindred.type;

import org.jspecify.annotations.NullMarked;
