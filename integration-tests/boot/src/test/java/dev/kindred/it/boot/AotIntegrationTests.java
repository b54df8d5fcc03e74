package dev.kindred.it.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.boot.app.Application;
import dev.kindred.it.boot.app.Note;
import dev.kindred.it.boot.app.Profile;
import dev.kindred.it.boot.app.User;
import dev.kindred.it.boot.app.Users;
import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplicationAotProcessor;
import org.springframework.context.aot.AbstractAotProcessor.Settings;

/** An application that Spring has processed as for a native image: without a search for classes at its start. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class AotIntegrationTests extends BootTests {

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    static Path folder;

    private static Path sources;
    private static Path resources;
    private static Path classes;

    @BeforeAll
    static void process() throws IOException {
        sources = Files.createDirectories(folder.resolve("sources"));
        resources = Files.createDirectories(folder.resolve("resources"));
        classes = Files.createDirectories(folder.resolve("classes"));
        Settings settings = Settings.builder()
                .sourceOutput(sources)
                .resourceOutput(resources)
                .classOutput(classes)
                .groupId("com.example")
                .artifactId("shop")
                .build();
        String[] arguments = {
            "--spring.r2dbc.url=r2dbc:postgresql://build@build/build",
            "--spring.main.web-application-type=none",
            "--spring.flyway.enabled=false"
        };
        new SpringApplicationAotProcessor(Application.class, settings, arguments).process();
        compile();
    }

    private static void compile() throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-nowarn", "-cp", classes + File.pathSeparator + CLASS_PATH, "-d", "" + classes));
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(Files::isRegularFile).forEach(file -> arguments.add(file.toString()));
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    @Test
    void theEntitiesAreKnownWithoutASearch() throws IOException {
        assertThat(contentOf(sources))
                .contains(Note.class.getSimpleName() + ".class")
                .contains(Profile.class.getSimpleName() + ".class")
                .contains(User.class.getSimpleName() + ".class");
    }

    @Test
    void aRepositoryIsCreatedWithoutReflection() throws IOException {
        assertThat(contentOf(sources)).contains("new " + Users.class.getSimpleName() + "_(");
    }

    @Test
    void aRepositoryIsABeanOfTheProcessedApplication() throws Exception {
        assertThat(start(database, "--register=ann@example.org")).contains("exit 0");
        assertThat(start(database, "--register=ann@example.org"))
                .contains("exit 1")
                .contains("UniqueViolation");
    }

    @Test
    void thePropertiesAreBoundByReflection() throws IOException {
        assertThat(contentOf(resources))
                .contains("dev.kindred.spring.boot.KindredProperties")
                .contains("dev.kindred.spring.boot.KindredPoolProperties");
    }

    @Test
    void theProcessedApplicationChecksItsSchema() throws Exception {
        assertThat(start(database)).contains("exit 0");
    }

    @Test
    void theProcessedApplicationFindsDifferences() throws Exception {
        try (PostgresDatabase empty = PostgresServer.shared().createDatabase()) {
            assertThat(start(empty))
                    .contains("exit 1")
                    .contains("APPLICATION FAILED TO START")
                    .contains("notes")
                    .contains("profiles")
                    .contains("users");
        }
    }

    private static String start(PostgresDatabase target, String... options) throws Exception {
        Path output = Files.createTempFile(folder, "output", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dspring.aot.enabled=true",
                "-cp",
                classes + File.pathSeparator + resources + File.pathSeparator + CLASS_PATH,
                Application.class.getName(),
                "--spring.r2dbc.url=" + target.r2dbcUrl(),
                "--spring.main.web-application-type=none",
                "--spring.flyway.enabled=false",
                "--kindred.pool.connect-timeout=1m",
                "--kindred.pool.acquire-timeout=1m",
                "--kindred.schema.verify=fail"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        return Files.readString(output) + "\n" + (ended ? "exit " + process.exitValue() : "did not end");
    }

    private static String contentOf(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().matches(".*[.](java|json)"))
                    .map(AotIntegrationTests::text)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
