/** The errors of blocking sessions. */
@NullMarked
package dev.kindred.test.internal.error;

import org.jspecify.annotations.NullMarked;
