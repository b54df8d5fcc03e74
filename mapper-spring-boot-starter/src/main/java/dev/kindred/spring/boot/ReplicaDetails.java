package dev.kindred.spring.boot;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;

/**
 * The address of a replica, with the login of the primary unless it has its own.
 *
 * @param url the URL of the replica
 * @param primary the address of the primary, or null if it is not known
 */
record ReplicaDetails(String url, @Nullable R2dbcConnectionDetails primary) implements R2dbcConnectionDetails {

    private static final List<Option<?>> LOGIN =
            List.of(ConnectionFactoryOptions.USER, ConnectionFactoryOptions.PASSWORD);

    @Override
    public ConnectionFactoryOptions getConnectionFactoryOptions() {
        ConnectionFactoryOptions own = ConnectionFactoryOptions.parse(url);
        return primary == null || own.hasOption(ConnectionFactoryOptions.USER)
                ? own
                : ConnectionFactoryOptions.builder()
                        .from(primary.getConnectionFactoryOptions(), LOGIN::contains)
                        .from(own)
                        .build();
    }

    /** The URL may have a password. */
    @Override
    public String toString() {
        return "ReplicaDetails";
    }
}
