/** Codecs that are beans. */
@NullMarked
package dev.kindred.it.boot.codec;

import org.jspecify.annotations.NullMarked;
