/**
 * The annotation processor that writes {@code User_} for an entity {@code User}. Read
 * {@link dev.kindred.processor.EntityProcessor} first. It reads an entity into a declaration, resolves the declaration
 * into a description and a list of problems, and writes the description.
 */
@NullMarked
package dev.kindred.processor;

import org.jspecify.annotations.NullMarked;
