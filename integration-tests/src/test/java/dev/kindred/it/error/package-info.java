/** Error messages name what failed and contain no values. */
@NullMarked
package dev.kindred.it.error;

import org.jspecify.annotations.NullMarked;
