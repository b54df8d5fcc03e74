package dev.kindred.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the deletion time. The row counts as deleted if the time is not null. Every read omits deleted rows, at each
 * level of preloads and filters, unless the query calls {@code withDeleted()} or {@code onlyDeleted()}. For a {@link
 * HasOne} to such an entity, the schema has a partial unique index on rows that are not deleted, so that a new row can
 * replace a deleted one.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface SoftDelete {}
