package dev.kindred.it.support;

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
        return DockerEngine.answers() ? containerOrEmbedded() : EmbeddedServer.start();
    }

    private static RunningServer containerOrEmbedded() {
        try {
            return ContainerServer.start();
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(System.Logger.Level.DEBUG, "No container: {0}", e.getMessage());
            return EmbeddedServer.start();
        }
    }
}
