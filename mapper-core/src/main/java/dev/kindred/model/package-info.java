/**
 * The metadata of an entity: its table, typed columns and typed relations. Read {@link dev.kindred.model.EntityModel}
 * first. Users see {@link dev.kindred.model.EntityColumn} and {@link dev.kindred.model.Relation} as constants of
 * generated classes.
 */
@NullMarked
package dev.kindred.model;

import org.jspecify.annotations.NullMarked;
