/** Reads relations through one entity, by handles and by fresh queries. */
@NullMarked
package dev.kindred.it.relation;

import org.jspecify.annotations.NullMarked;
