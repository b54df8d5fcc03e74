package dev.kindred.it.type;

import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;

/** The PostgreSQL that {@link BinaryCodecsIntegrationTests} connects to. */
final class BinaryCodecsServer {

    private static final PostgresDatabase DATABASE = PostgresServer.shared().createDatabase();

    private BinaryCodecsServer() {}

    static PostgresqlConnectionConfiguration.Builder configuration() {
        return DATABASE.connectionConfiguration().timeZone("UTC");
    }
}
