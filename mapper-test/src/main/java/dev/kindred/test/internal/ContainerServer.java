package dev.kindred.test.internal;

import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Starts PostgreSQL 18 in a container. Safe for use by many threads: it has no state.
 *
 * <p>It loads Testcontainers, so use it only if {@link DockerEngine#answers()}.
 */
final class ContainerServer {

    private static final DockerImageName IMAGE = DockerImageName.parse("postgres:18-alpine");

    private ContainerServer() {}

    static RunningServer start() {
        PostgreSQLContainer container = newContainer();
        try {
            container.start();
        } catch (RuntimeException e) {
            container.close();
            throw e;
        }
        ServerAddress administrator = new ServerAddress(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getDatabaseName(),
                container.getUsername(),
                container.getPassword());
        return RunningServer.started("container " + IMAGE, administrator, container::close);
    }

    private static PostgreSQLContainer newContainer() {
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
        container.withEnv(
                "POSTGRES_INITDB_ARGS",
                "--encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8");
        container.setCommand(
                "postgres",
                "-c",
                "max_connections=200",
                "-c",
                "authentication_timeout=20s",
                "-c",
                "fsync=" + EmbeddedServer.DURABLE,
                "-c",
                "full_page_writes=" + EmbeddedServer.DURABLE,
                "-c",
                "synchronous_commit=" + EmbeddedServer.DURABLE,
                "-c",
                "lc_messages=C");
        return container;
    }
}
