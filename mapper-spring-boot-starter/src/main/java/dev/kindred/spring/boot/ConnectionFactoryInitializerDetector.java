package dev.kindred.spring.boot;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.core.Ordered;
import org.springframework.r2dbc.connection.init.ConnectionFactoryInitializer;

/**
 * Makes the mapper and its schema check wait for {@link ConnectionFactoryInitializer} beans, which Spring Boot does not
 * know as initializers of a database. As the scripts of Spring Boot, they run after migrations.
 */
final class ConnectionFactoryInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

    /** The order of Spring Boot's scripts. */
    private static final int AFTER_MIGRATIONS = Ordered.LOWEST_PRECEDENCE - 100;

    /** Created by Spring Boot. */
    ConnectionFactoryInitializerDetector() {}

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(ConnectionFactoryInitializer.class);
    }

    @Override
    public int getOrder() {
        return AFTER_MIGRATIONS;
    }
}
