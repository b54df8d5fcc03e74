package dev.kindred.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the time that says since when a row counts as deleted; it is null in all others. Every read leaves such rows out, at each level of
 * preloads and filters, unless the query says {@code withDeleted()} or {@code onlyDeleted()}. Behind a {@link HasOne} the schema has a unique
 * index of the rows that do not count as deleted, so that another row can take the place of a deleted one.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface SoftDelete {}
