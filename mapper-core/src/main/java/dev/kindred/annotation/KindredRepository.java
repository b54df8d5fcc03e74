package dev.kindred.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a repository: an interface that extends {@code dev.kindred.reactor.EntityRepository} with an entity and the
 * type of its key. The annotation processor generates the implementation. The interface adds own queries as default
 * methods.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface KindredRepository {}
