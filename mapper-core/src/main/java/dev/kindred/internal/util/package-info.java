/**
 * Argument checks.
 */
@NullMarked
package dev.kindred.internal.util;

import org.jspecify.annotations.NullMarked;
