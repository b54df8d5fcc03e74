package dev.kindred.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the creator of the row. The mapper sets it to the auditor of the operation when it inserts the row. The member
 * has the type of the auditor, such as {@code String}, {@code Long} or {@code UUID}. Without an auditor it is set to
 * null, and a member that is not nullable fails the write.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface CreatedBy {}
