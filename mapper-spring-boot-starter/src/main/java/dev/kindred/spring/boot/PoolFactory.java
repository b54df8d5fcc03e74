package dev.kindred.spring.boot;

import dev.kindred.reactor.ConnectionPoolBuilder;
import dev.kindred.reactor.Connections;
import dev.kindred.spring.boot.error.KindredConfigurationException;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;

/**
 * Creates the connection pool. A wrong setting is an error that names its property.
 *
 * @param properties the properties of the pool
 * @param boot the properties of Spring Boot, which apply where {@code properties} have no value
 */
record PoolFactory(KindredPoolProperties properties, BootPoolSettings boot) {

    private static final String URL = "spring.r2dbc.url";
    private static final String FORM =
            "The URL must be r2dbc:postgresql://user:password@host:port/database. User and password can also be the"
                    + " properties spring.r2dbc.username and spring.r2dbc.password.";

    /** Creates the pool. Opens no connection. */
    ConnectionPool create(
            R2dbcConnectionDetails details,
            List<ConnectionFactoryOptionsBuilderCustomizer> options,
            List<ConnectionPoolBuilderCustomizer> customizers) {
        return create(details, options, customizers, URL);
    }

    /**
     * Creates the pool. Opens no connection.
     *
     * @param property the property of the URL, for errors
     */
    ConnectionPool create(
            R2dbcConnectionDetails details,
            List<ConnectionFactoryOptionsBuilderCustomizer> options,
            List<ConnectionPoolBuilderCustomizer> customizers,
            String property) {
        ConnectionPoolBuilder builder = builder(details, options, property);
        apply(builder);
        customizers.forEach(customizer -> customizer.customize(builder));
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new KindredConfigurationException(property, FORM + " " + e.getMessage(), null);
        }
    }

    /** The messages of a URL that cannot be parsed may show its password. */
    private static ConnectionPoolBuilder builder(
            R2dbcConnectionDetails details,
            List<ConnectionFactoryOptionsBuilderCustomizer> customizers,
            String property) {
        ConnectionFactoryOptions.Builder options;
        try {
            options = details.getConnectionFactoryOptions().mutate();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new KindredConfigurationException(property, FORM, null);
        }
        customizers.forEach(customizer -> customizer.customize(options));
        ConnectionFactoryOptions all = options.build();
        try {
            return Connections.builder(all);
        } catch (IllegalArgumentException e) {
            throw new KindredConfigurationException(
                    property,
                    "The driver is '" + all.getValue(ConnectionFactoryOptions.DRIVER)
                            + "'. Kindred works with PostgreSQL. " + FORM,
                    null);
        }
    }

    private void apply(ConnectionPoolBuilder builder) {
        set("max-size", builder::maxSize, first(properties.maxSize(), boot.maxSize()));
        set("connect-timeout", builder::connectTimeout, first(properties.connectTimeout(), boot.connectTimeout()));
        set("acquire-timeout", builder::acquireTimeout, first(properties.acquireTimeout(), boot.acquireTimeout()));
        set("statement-timeout", builder::statementTimeout, properties.statementTimeout());
        set("lock-timeout", builder::lockTimeout, properties.lockTimeout());
        set("idle-in-transaction-timeout", builder::idleInTransactionTimeout, properties.idleInTransactionTimeout());
        if (properties.pgbouncer()) {
            builder.pgbouncer();
        }
    }

    private static <T> @Nullable T first(@Nullable T own, @Nullable T ofBoot) {
        return own == null ? ofBoot : own;
    }

    private static <T> void set(String name, Consumer<T> setter, @Nullable T value) {
        if (value != null) {
            Settings.apply("kindred.pool." + name, setter, value);
        }
    }
}
