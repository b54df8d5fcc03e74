package dev.kindred.reactor;

import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.FAILOVER_PROTOCOL;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.HOST_RECHECK_TIME;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.LEGACY_POSTGRESQL_DRIVER;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.LOAD_BALANCE_HOSTS;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.POSTGRESQL_DRIVER;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.TARGET_SERVER_TYPE;
import static io.r2dbc.spi.ConnectionFactoryOptions.DRIVER;
import static io.r2dbc.spi.ConnectionFactoryOptions.HOST;
import static io.r2dbc.spi.ConnectionFactoryOptions.PORT;
import static io.r2dbc.spi.ConnectionFactoryOptions.PROTOCOL;

import dev.kindred.internal.util.Checks;
import dev.kindred.reactor.internal.codec.BinaryCodecs;
import dev.kindred.reactor.internal.connection.NamedServer;
import dev.kindred.reactor.internal.host.Host;
import dev.kindred.reactor.internal.host.HostConnectionFactory;
import io.r2dbc.postgresql.MultiHostConnectionStrategy.TargetServerType;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates the driver's connection factories for one server or several. */
final class DriverConnections {

    private static final List<String> DRIVERS = List.of(POSTGRESQL_DRIVER, LEGACY_POSTGRESQL_DRIVER);
    private static final List<String> PREFIXES = List.of(
            "r2dbc:postgresql://",
            "r2dbcs:postgresql://",
            "r2dbc:postgresql:failover://",
            "r2dbcs:postgresql:failover://");
    private static final String URL = "r2dbc:postgresql://user:password@host:port/database";
    private static final Set<Option<?>> OF_SEVERAL_HOSTS =
            Set.of(PROTOCOL, HOST, PORT, HOST_RECHECK_TIME, LOAD_BALANCE_HOSTS, TARGET_SERVER_TYPE);
    private static final int DEFAULT_PORT = 5432;
    private static final Duration DEFAULT_RECHECK_TIME = Duration.ofSeconds(10);

    private DriverConnections() {}

    /** The message of the original error contains the URL with its password. */
    static ConnectionFactoryOptions parsed(String url) {
        String full = url.startsWith("postgresql://") ? "r2dbc:" + url : url;
        Checks.argument(
                PREFIXES.stream().anyMatch(full::startsWith),
                "url must begin with r2dbc:postgresql:// or r2dbc:postgresql:failover://");
        try {
            return ConnectionFactoryOptions.parse(full);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("url must be " + URL);
        }
    }

    static ConnectionFactoryOptions checked(ConnectionFactoryOptions options) {
        Checks.argument(
                DRIVERS.contains(String.valueOf(options.getValue(DRIVER))),
                "the driver of the options must be postgresql");
        Object protocol = options.getValue(PROTOCOL);
        Checks.argument(
                protocol == null || String.valueOf(protocol).isEmpty() || FAILOVER_PROTOCOL.equals(protocol),
                "the protocol of the options must be failover, or none");
        return options;
    }

    /**
     * Returns the factory for {@code options}.
     *
     * @param limit the time limit of all attempts for one connection
     * @param driver is called for each server
     */
    static ConnectionFactory of(
            ConnectionFactoryOptions options,
            Duration limit,
            Consumer<PostgresqlConnectionConfiguration.Builder> driver) {
        if (!FAILOVER_PROTOCOL.equals(options.getValue(PROTOCOL))) {
            return single(options, driver);
        }
        List<Host> hosts = Stream.of(String.valueOf(options.getValue(HOST)).split(",", -1))
                .map(address -> host(options, address.trim(), driver))
                .toList();
        return new HostConnectionFactory(
                hosts,
                type(options.getValue(TARGET_SERVER_TYPE)),
                limit,
                recheckTime(options.getValue(HOST_RECHECK_TIME)),
                Boolean.parseBoolean(String.valueOf(options.getValue(LOAD_BALANCE_HOSTS))));
    }

    private static ConnectionFactory single(
            ConnectionFactoryOptions options, Consumer<PostgresqlConnectionConfiguration.Builder> driver) {
        PostgresqlConnectionConfiguration.Builder builder = PostgresqlConnectionFactoryProvider.builder(options);
        builder.codecRegistrar(new BinaryCodecs());
        driver.accept(builder);
        PostgresqlConnectionFactory factory = new PostgresqlConnectionFactory(builder.build());
        @Nullable Object host = options.getValue(HOST);
        return host == null ? factory : new NamedServer(host + ":" + defaultPort(options), factory);
    }

    private static Host host(
            ConnectionFactoryOptions options,
            String address,
            Consumer<PostgresqlConnectionConfiguration.Builder> driver) {
        int colon = address.lastIndexOf(':');
        String name = colon < 0 ? address : address.substring(0, colon);
        Checks.argument(!name.isBlank(), "a failover URL must name each host: host1:port1,host2:port2");
        int port = colon < 0 ? defaultPort(options) : port(address.substring(colon + 1));
        ConnectionFactoryOptions own = ConnectionFactoryOptions.builder()
                .from(options, option -> !OF_SEVERAL_HOSTS.contains(option))
                .option(HOST, name)
                .option(PORT, port)
                .build();
        return new Host(name + ":" + port, single(own, driver));
    }

    private static int defaultPort(ConnectionFactoryOptions options) {
        @Nullable Object port = options.getValue(PORT);
        return port == null ? DEFAULT_PORT : port(String.valueOf(port));
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the port of a host of a failover URL must be a number");
        }
    }

    private static TargetServerType type(@Nullable Object value) {
        if (value == null) {
            return TargetServerType.PRIMARY;
        }
        return Stream.of(TargetServerType.values())
                .filter(type -> type == value
                        || type.name().equals(value)
                        || type.getValue().equalsIgnoreCase(String.valueOf(value)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "targetServerType must be primary, secondary, preferSecondary or any"));
    }

    private static Duration recheckTime(@Nullable Object value) {
        if (value == null || value instanceof Duration) {
            return value == null ? DEFAULT_RECHECK_TIME : (Duration) value;
        }
        try {
            return Duration.parse(String.valueOf(value));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("hostRecheckTime must be a duration such as PT10S");
        }
    }
}
