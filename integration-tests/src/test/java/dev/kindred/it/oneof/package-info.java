/**
 * Relations to one of several types: comments reference their subject by a key for each type, notes by type and key.
 */
@NullMarked
package dev.kindred.it.oneof;

import org.jspecify.annotations.NullMarked;
