/** Tables that are created from entities, and verified against them. */
@NullMarked
package dev.kindred.it.schema;

import org.jspecify.annotations.NullMarked;
