/** The entities that the tests share, and {@link dev.kindred.it.entity.Schema}, the tables they are mapped to. */
@NullMarked
package dev.kindred.it.entity;

import org.jspecify.annotations.NullMarked;
