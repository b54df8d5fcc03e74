/**
 * The annotation processor that writes {@code User_} for an entity {@code User}. Read {@link dev.kindred.processor.EntityProcessor}
 * first: an entity is read into a shape, the shape is resolved into a description and a list of problems, and the description is
 * written.
 */
@NullMarked
package dev.kindred.processor;

import org.jspecify.annotations.NullMarked;
