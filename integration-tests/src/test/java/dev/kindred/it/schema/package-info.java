/** Tables that are created from entities, and compared with them. */
@NullMarked
package dev.kindred.it.schema;

import org.jspecify.annotations.NullMarked;
