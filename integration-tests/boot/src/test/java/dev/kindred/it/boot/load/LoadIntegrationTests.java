package dev.kindred.it.boot.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * wrk with 64 connections against an application with a pool of eight. Prints the processor time of the application
 * for a request, without the database's. {@code -Dkindred.load.rounds=5 -Dkindred.load.seconds=10} measures longer.
 */
@Tag("any-jdk")
class LoadIntegrationTests {

    private static final int ROUNDS = Integer.getInteger("kindred.load.rounds", 1);
    private static final int SECONDS = Integer.getInteger("kindred.load.seconds", 2);
    private static final List<String> PATHS = List.of("/kindred", "/kindred-joined", "/in", "/n-plus-one");

    @TempDir
    static Path folder;

    private static PostgresDatabase database;
    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Wrk.isInstalled(), "The program wrk is not installed");
        database = PostgresServer.shared().createDatabase();
        database.execute("""
                create table users (id bigint generated always as identity primary key, email text not null);
                create table profiles (
                    id bigint generated always as identity primary key,
                    user_id bigint not null unique references users (id),
                    name text not null);
                insert into users (email) select 'user' || g || '@example.org' from generate_series(1, 1000) g;
                insert into profiles (user_id, name) select g, 'Name ' || g from generate_series(1, 1000) g;
                """);
        database.execute("analyze users, profiles");
        server = Server.start(database.r2dbcUrl(), folder);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    @Timeout(600)
    void noRequestFailsUnderLoad() throws Exception {
        String page = body(server.page(PATHS.get(0)));
        assertThat(page.split("\"name\":\"Name ", -1)).hasSize(LoadApplication.ROWS + 1);
        for (String path : PATHS) {
            assertThat(body(server.page(path))).isEqualTo(page);
            Wrk.run(server.page(path), SECONDS);
        }

        Map<String, List<Double>> times = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (String path : PATHS) {
                times.computeIfAbsent(path, each -> new ArrayList<>()).add(microsecondsOfOne(path));
            }
        }

        times.forEach((path, all) -> print("cpu " + path + " us", all));
        for (String other : List.of("/in", "/n-plus-one")) {
            for (String own : List.of("/kindred", "/kindred-joined")) {
                print("ratio " + other + " to " + own, ratios(times.get(other), times.get(own)));
            }
        }
        assertThat(body(server.page(PATHS.get(0)))).isEqualTo(page);
        assertThat(database.queryLong("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and state like 'idle in transaction%'"))
                .isZero();
    }

    private static double microsecondsOfOne(String path) throws Exception {
        Duration before = server.cpuTime();
        long requests = Wrk.run(server.page(path), SECONDS);
        return server.cpuTime().minus(before).toNanos() / 1000.0 / requests;
    }

    private static String body(URI page) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(page)
                                .timeout(Duration.ofSeconds(30))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static List<Double> ratios(List<Double> times, List<Double> base) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            ratios.add(times.get(i) / base.get(i));
        }
        return ratios;
    }

    /** Prints the median, the least and the greatest. */
    private static void print(String name, List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%s %.2f %.2f %.2f%n",
                name,
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }
}
