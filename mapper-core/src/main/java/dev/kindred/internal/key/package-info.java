/**
 * The keys that connect the rows of two entities: how they are read, compared and bound. Data and pure functions, no
 * input or output. Read {@link dev.kindred.internal.key.RelationKey} first.
 */
@NullMarked
package dev.kindred.internal.key;

import org.jspecify.annotations.NullMarked;
