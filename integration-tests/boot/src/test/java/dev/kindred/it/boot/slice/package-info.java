/** An application and a test of its data access. */
@NullMarked
package dev.kindred.it.boot.slice;

import org.jspecify.annotations.NullMarked;
