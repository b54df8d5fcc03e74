/** The shared entities of the tests, and {@link dev.kindred.it.entity.Schema}, their tables. */
@NullMarked
package dev.kindred.it.entity;

import org.jspecify.annotations.NullMarked;
