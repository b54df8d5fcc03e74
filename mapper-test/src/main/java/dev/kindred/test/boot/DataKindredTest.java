package dev.kindred.test.boot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Tests the data access of a Spring Boot application: the mapper, the repositories marked
 * {@code @KindredRepository}, the beans marked {@code @Repository}, and no others.
 *
 * <ul>
 *   <li>Without connection details in the context, a new database is created, with the tables of the entities of the
 *       application. The server is found as for {@link dev.kindred.test.KindredTest}. The property
 *       {@code kindred.test.create-tables=false} leaves the tables to the test.
 *   <li>All subscriptions of one test are in one transaction, which is rolled back after the test, as for
 *       {@link dev.kindred.test.KindredTest}. What is written outside a test is committed.
 *   <li>Relations that were not preloaded are an error; set {@code kindred.relations.load-mode} to change it.
 *   <li>A {@link dev.kindred.test.StatementRecorder} is a bean, and is empty when a test begins.
 * </ul>
 *
 * <p>Needs {@code spring-boot-test-autoconfigure} and the starter.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@BootstrapWith(DataKindredTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(DataKindredTypeExcludeFilter.class)
@ImportAutoConfiguration
public @interface DataKindredTest {

    /** Returns properties as {@code name=value}. */
    String[] properties() default {};

    /** Returns whether only beans marked {@code @Repository} and codecs are found by default. */
    boolean useDefaultFilters() default true;

    /** Returns filters of further beans. */
    Filter[] includeFilters() default {};

    /** Returns filters of beans that are left out. */
    Filter[] excludeFilters() default {};
}
