/** Argument checks, exact conversions, and the lexer for raw SQL. */
@NullMarked
package dev.kindred.internal.util;

import org.jspecify.annotations.NullMarked;
