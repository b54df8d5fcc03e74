/** The code of the documentation, compiled and run. */
@NullMarked
package dev.kindred.it.readme;

import org.jspecify.annotations.NullMarked;
