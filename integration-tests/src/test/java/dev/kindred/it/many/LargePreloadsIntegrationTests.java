package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.PreloadLimitException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** Preloads with more rows than the limit, and lists in a small heap. */
class LargePreloadsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Shop.TABLES).resetBefore(Shop.EMPTY, Shop.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = withLimit(6);
    }

    private ReactiveMapper withLimit(long rows) {
        return ReactiveMapper.builder(database.newPool(1))
                .listener(recorder)
                .preloadRows(rows)
                .build();
    }

    @Test
    void aPreloadWithMoreRowsThanTheLimitIsAnErrorThatNamesTheRemedies() {
        assertThatThrownBy(() ->
                        mapper.from(Client.class).preload(Client_.ORDERS).all().blockLast())
                .isInstanceOf(PreloadLimitException.class)
                .hasMessage("The preload of Client.orders has more than 6 rows, which is the limit for one preload."
                        + " Read fewer rows of each parent with limitEach(..), fewer parents at a time with"
                        + " stream(..), or the rows of one parent with related(..).query().stream(). If the rows fit"
                        + " into memory, raise preloadRows(..) on the builder.");

        assertThat(mapper.from(Client.class).count().block()).isEqualTo(3);
    }

    @Test
    void eachRemedyWorks() {
        assertThat(counts(mapper.from(Client.class)
                        .preload(Client_.ORDERS, orders -> orders.limitEach(2))
                        .all()))
                .containsExactlyInAnyOrder(2, 2, 0);
        assertThat(counts(mapper.from(Client.class).preload(Client_.ORDERS).stream(1)))
                .containsExactly(4, 3, 0);
        assertThat(mapper.related(Client.class, 1L, Client_.ORDERS).query().stream(2)
                        .count()
                        .block())
                .isEqualTo(4);
        assertThat(counts(
                        withLimit(7).from(Client.class).preload(Client_.ORDERS).all()))
                .containsExactlyInAnyOrder(4, 3, 0);
    }

    @Test
    void theLimitIsForEachRelationAndForEveryWayToPreload() {
        List<Client> clients = mapper.from(Client.class).all().collectList().block();

        assertThatThrownBy(() -> mapper.preload(clients, Client_.ORDERS).blockLast())
                .isInstanceOf(PreloadLimitException.class);
        assertThatThrownBy(() -> mapper.preload(Flux.fromIterable(clients), Client_.ORDERS)
                        .blockLast())
                .isInstanceOf(PreloadLimitException.class);
        assertThatThrownBy(() -> mapper.from(Order.class)
                        .preload(Order_.CLIENT, client -> client.preload(Client_.ORDERS))
                        .all()
                        .blockLast())
                .isInstanceOf(PreloadLimitException.class)
                .hasMessageContaining("The preload of Client.orders");
        assertThat(Relations.stateOf(clients.get(0).orders()).isLoaded()).isFalse();
        assertThat(mapper.from(Order.class).preload(Order_.CLIENT).all().count().block())
                .isEqualTo(7);
        assertThat(clients.get(0).orders().count().block()).isPositive();
    }

    @Test
    void theGreatestNumberIsNoLimit() {
        mapper = ReactiveMapper.builder(database.newPool(1))
                .siblingRows(Long.MAX_VALUE)
                .preloadRows(Long.MAX_VALUE)
                .build();

        assertThat(counts(mapper.from(Client.class).preload(Client_.ORDERS).all()))
                .containsExactlyInAnyOrder(4, 3, 0);
        assertThat(mapper.from(Client.class)
                        .all()
                        .flatMap(Client::orders)
                        .count()
                        .block())
                .isEqualTo(7);
    }

    @Test
    void aTransactionGoesOnAfterALimitWasReached() {
        Long orders = mapper.from(Client.class)
                .preload(Client_.ORDERS)
                .all()
                .then()
                .onErrorComplete(PreloadLimitException.class)
                .then(mapper.from(Order.class).count())
                .as(mapper::transactional)
                .block();

        assertThat(orders).isEqualTo(7);
    }

    /** {@code -Dkindred.parents=1000000} runs the full size. */
    @Test
    @Timeout(600)
    void listsOfAnySizeAreReadInAHeapOf64Megabytes() throws IOException, InterruptedException {
        int parents = Integer.getInteger("kindred.parents", 10_000);
        database.postgres().execute("""
                truncate clients, orders restart identity cascade;
                insert into clients (name, code)
                    select 'c' || n, case when n <= 1000 then 'k' || n end from generate_series(1, %d) n;
                insert into orders (client_id, number, day, total)
                    select c.id, 'n', n, n from clients c, generate_series(1, 20) n;
                insert into orders (client_code, number, day, total)
                    select c.code, 'n', n, n from clients c, generate_series(1, 300) n where c.code is not null;
                analyze clients; analyze orders;
                """.formatted(parents));
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongLists.class.getName(),
                        database.postgres().r2dbcUrl())
                .redirectErrorStream(true)
                .start();
        String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).as(output).isZero();
        assertThat(output)
                .contains("streamed " + parents + " parents with " + parents * 20L + " rows")
                .contains("one list has 300 rows, 333 lists are remembered")
                .contains("all lists have 300000 rows")
                .contains("PreloadLimitException")
                .contains("0 connections kept");
    }

    private static List<Integer> counts(Flux<Client> clients) {
        return clients.map(client -> Relations.stateOf(client.orders()))
                .map(state -> state.getOrNull() == null ? 0 : state.getOrNull().size())
                .collectList()
                .block();
    }
}
