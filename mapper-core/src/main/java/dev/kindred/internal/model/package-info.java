/** The parts of an entity model that users do not see. The values of {@code dev.kindred.model} wrap them. */
@NullMarked
package dev.kindred.internal.model;

import org.jspecify.annotations.NullMarked;
