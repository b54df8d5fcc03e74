/**
 * The immutable SQL tree: statements, expressions and predicates as data. It holds no SQL text; the renderer knows the tree and
 * not the other way round.
 */
@NullMarked
package dev.kindred.internal.sql;

import org.jspecify.annotations.NullMarked;
