package dev.kindred.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The member holds the tenant that owns the row. Each statement on the table has {@code column = $n} with the tenant in
 * the Reactor Context of the subscriber, {@code dev.kindred.reactor.Tenant}. Without a tenant the operation ends with
 * {@link dev.kindred.error.TenantException} before any statement.
 *
 * <p>An insert sets the column from the Context. If the member of the entity has another value, the insert ends with
 * {@code TenantException}. A null member has no effect. An update never changes the column.
 *
 * <p>The primary key, the unique keys and the foreign keys of the generated schema begin with the column. An entity has
 * at most one such member. It is not part of {@link Id}, and it is a {@code Long}, {@code Integer}, {@code UUID} or
 * {@code String} without a codec.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface TenantId {}
