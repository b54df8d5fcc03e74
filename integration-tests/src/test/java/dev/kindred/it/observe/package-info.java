/** Tests of the observation of operations. */
@NullMarked
package dev.kindred.it.observe;

import org.jspecify.annotations.NullMarked;
