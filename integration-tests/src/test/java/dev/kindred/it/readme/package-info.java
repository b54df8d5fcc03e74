/** The code of the README, compiled and run. */
@NullMarked
package dev.kindred.it.readme;

import org.jspecify.annotations.NullMarked;
