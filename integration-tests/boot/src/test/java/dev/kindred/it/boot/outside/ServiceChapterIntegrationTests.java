package dev.kindred.it.boot.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows the chapter of the guide about a service: writes its files into an empty folder, builds and tests them, runs
 * the steps of its image, starts it as in the image, and compares the responses. The database and the port are those of
 * the test. It has no certificate, so its connections are not encrypted.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ServiceChapterIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    static Path folder;

    private static LocalRepository repository;
    private static Chapter chapter;
    private static Path shop;
    private static Path certificate;

    @BeforeAll
    static void build() throws Exception {
        repository = LocalRepository.create(folder.resolve("repository"));
        chapter = Chapter.read(Path.of("../../docs/guide/spring-service.md"));
        shop = Files.createDirectories(folder.resolve("shop"));
        chapter.writeInto(shop);
        Map<String, String> environment = new HashMap<>(repository.environment());
        environment.put("MAVEN_ARGS", "-B -ntp");
        for (Chapter.Command command : commands("mvn ")) {
            Processes.run(shop, environment, "sh", "-c", command.line());
        }
    }

    @BeforeAll
    static void createCertificate() throws Exception {
        certificate = folder.resolve("database-ca.pem");
        String create = "openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=test -keyout key.pem -out database-ca.pem";
        Processes.run(folder, Map.of(), "sh", "-c", create);
    }

    @AfterAll
    static void forgetLibraries() throws IOException {
        repository.forgetLibraries();
    }

    private static List<Chapter.Command> commands(String start) {
        List<Chapter.Command> commands = chapter.commands().stream()
                .filter(command -> command.line().startsWith(start))
                .toList();
        assertThat(commands).isNotEmpty();
        return commands;
    }

    @Test
    void eachCommandIsKnown() {
        assertThat(chapter.commands())
                .extracting(Chapter.Command::line)
                .allMatch(line -> line.matches("(mvn|java|curl|openssl|docker) .*"));
    }

    @Test
    void theTestsOfTheChapterHaveRun() throws IOException {
        assertThat(Files.readString(shop.resolve("target/surefire-reports/com.example.shop.PurchasesTests.txt")))
                .contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");
    }

    @Test
    void theServiceStartsOutsideAnImage() throws Exception {
        try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
            for (Chapter.Command command : commands("java ")) {
                int port = freePort();
                Process service = start(shop, settings(database, port), List.of("sh", "-c", "exec " + command.line()));
                try {
                    awaitResponse(service, shop, port);
                } finally {
                    service.destroy();
                    service.waitFor();
                }
            }
        }
    }

    @Test
    void theImageAnswersAsInTheChapter() throws Exception {
        ImageRecipe image = ImageRecipe.build(shop, folder.resolve("image"));
        try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
            int port = freePort();
            Map<String, String> settings = settings(database, port);
            settings.putAll(image.environment());
            settings.put(
                    "CURSOR_KEY",
                    Processes.run(
                                    shop,
                                    Map.of(),
                                    "sh",
                                    "-c",
                                    commands("openssl ").get(0).line())
                            .strip());
            Process service = start(image.directory(), settings, image.entryPoint());
            try {
                awaitResponse(service, image.directory(), port);
                SoftAssertions responses = new SoftAssertions();
                for (Chapter.Command command : commands("curl ")) {
                    compareResponse(responses, command, port);
                }
                responses.assertAll();
            } finally {
                service.destroy();
                assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(readOutput(image.directory()))
                    .contains("The following 1 profile is active: \"prod\"")
                    .contains("Graceful shutdown complete")
                    .doesNotContain(" ERROR ");
        }
    }

    private static void compareResponse(SoftAssertions responses, Chapter.Command command, int port) throws Exception {
        String line = command.line().replace("localhost:8080", "localhost:" + port);
        String response = Processes.run(shop, Map.of(), "sh", "-c", line);
        if (!command.response().isEmpty()) {
            responses
                    .assertThat(JSON.readTree(response))
                    .as(command.line())
                    .isEqualTo(JSON.readTree(command.response()));
        }
    }

    private static Map<String, String> settings(PostgresDatabase database, int port) {
        Map<String, String> settings = new HashMap<>();
        settings.put("SERVER_PORT", Integer.toString(port));
        settings.put("SPRING_R2DBC_URL", address("r2dbc", database));
        settings.put("SPRING_R2DBC_USERNAME", database.user());
        settings.put("SPRING_R2DBC_PASSWORD", database.password());
        settings.put("SPRING_FLYWAY_URL", address("jdbc", database));
        settings.put(
                "SPRING_APPLICATION_JSON",
                "{\"spring.r2dbc.properties\": {\"sslMode\": \"disable\", \"sslRootCert\": \"" + certificate + "\"}}");
        settings.put("KINDRED_POOL_CONNECT_TIMEOUT", "1m");
        settings.put("KINDRED_POOL_ACQUIRE_TIMEOUT", "1m");
        return settings;
    }

    private static String address(String scheme, PostgresDatabase database) {
        return scheme + ":postgresql://" + database.host() + ":" + database.port() + "/" + database.database();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Process start(Path directory, Map<String, String> settings, List<String> command)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.txt").toFile());
        builder.environment().putAll(settings);
        return builder.start();
    }

    private static void awaitResponse(Process service, Path directory, int port) throws Exception {
        Instant limit = Instant.now().plus(Duration.ofMinutes(2));
        String address = "http://localhost:" + port + "/actuator/health";
        while (new ProcessBuilder("curl", "--silent", "--fail", address).start().waitFor() != 0) {
            assertThat(service.isAlive() && Instant.now().isBefore(limit))
                    .as(() -> readOutput(directory))
                    .isTrue();
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static String readOutput(Path directory) {
        try {
            return Files.readString(directory.resolve("output.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
