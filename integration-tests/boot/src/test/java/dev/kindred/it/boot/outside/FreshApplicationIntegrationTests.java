package dev.kindred.it.boot.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A project of a user, outside of this one, with the installed starter as its only dependency. Maven builds it, and its
 * jar is started. Maven Central is needed once: for the parent and the plugin of Spring Boot.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class FreshApplicationIntegrationTests {

    @TempDir
    static Path folder;

    private static LocalRepository repository;
    private static Path fresh;

    @BeforeAll
    static void build() throws Exception {
        repository = LocalRepository.create(folder.resolve("repository"));
        fresh = folder.resolve("shop");
        Processes.copy(Path.of("src/test/resources/fresh"), fresh);
        String built = Processes.run(fresh, repository.environment(), "mvn", "-B", "-ntp", "-q", "package");
        assertThat(fresh.resolve("target/shop-1.0.0.jar")).as(built).exists();
    }

    @AfterAll
    static void forgetLibraries() throws IOException {
        repository.forgetLibraries();
    }

    @Test
    void itReadsARelation() throws Exception {
        try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
            database.execute("""
                    create table users (id bigint primary key, email text not null);
                    create table profiles (id bigint primary key, user_id bigint not null unique references users (id),
                        name text not null);
                    insert into users values (1, 'ann@example.org');
                    insert into profiles values (1, 1, 'Ann');
                    """);

            String output = Processes.run(
                    fresh,
                    Map.of(
                            "SPRING_R2DBC_URL", database.r2dbcUrl(),
                            "KINDRED_SCHEMA_VERIFY", "fail",
                            "KINDRED_POOL_CONNECT_TIMEOUT", "1m",
                            "KINDRED_POOL_ACQUIRE_TIMEOUT", "1m"),
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    "target/shop-1.0.0.jar");

            assertThat(output.lines()).contains("Hello Ann");
            // A newer JDK prints lines that begin with WARNING about native libraries.
            assertThat(output).doesNotContain(" WARN ").doesNotContain(" ERROR ");
        }
    }

    @Test
    void itsCodeHasAtMostFifteenLinesAndNoConfiguration() throws IOException {
        List<String> code = Files.readAllLines(fresh.resolve("src/main/java/com/example/shop/Shop.java"));

        assertThat(code.stream()
                        .filter(line -> !line.isBlank())
                        .filter(line -> !line.startsWith("package ") && !line.startsWith("import ")))
                .hasSizeLessThanOrEqualTo(15)
                .noneMatch(line -> line.contains("@Bean") || line.contains("@Configuration"));
        assertThat(Files.readString(fresh.resolve("pom.xml")).split("<dependency>", -1))
                .hasSize(2);
    }
}
