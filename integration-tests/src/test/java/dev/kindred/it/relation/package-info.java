/** Relations are read through one entity, by handles and anew. */
@NullMarked
package dev.kindred.it.relation;

import org.jspecify.annotations.NullMarked;
