/** Relations load together with their siblings, ahead or on demand. */
@NullMarked
package dev.kindred.it.preload;

import org.jspecify.annotations.NullMarked;
