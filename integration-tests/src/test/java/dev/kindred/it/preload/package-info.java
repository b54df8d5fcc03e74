/** Relations load together with their siblings, in advance or lazily. */
@NullMarked
package dev.kindred.it.preload;

import org.jspecify.annotations.NullMarked;
