/**
 * The immutable SQL tree: statements, expressions and predicates as data. It contains no SQL text. The renderer depends
 * on the tree; the tree does not depend on the renderer.
 */
@NullMarked
package dev.kindred.internal.sql;

import org.jspecify.annotations.NullMarked;
