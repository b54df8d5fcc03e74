package dev.kindred.it.boot.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.boot.app.Tables;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.provider.Arguments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The applications of the table, with a pool of one connection unless a test needs two. */
abstract class TransactionTableTests {

    enum Owner {
        SPRING,
        KINDRED
    }

    enum Other {
        CLIENT,
        REPOSITORY
    }

    private static final Map<String, ConfigurableApplicationContext> APPLICATIONS = new HashMap<>();
    static PostgresDatabase database;

    @Parameter(0)
    Owner manager;

    @Parameter(1)
    Other other;

    @Parameter(2)
    Owner owner;

    ConfigurableApplicationContext application;
    SentStatements sent;
    Transactions outer;
    Access mapper;
    Access partner;

    static Stream<Arguments> columns() {
        return Arrays.stream(Owner.values())
                .flatMap(manager -> Arrays.stream(Other.values())
                        .flatMap(other ->
                                Arrays.stream(Owner.values()).map(owner -> Arguments.of(manager, other, owner))));
    }

    @BeforeAll
    static void createDatabase() {
        database = PostgresServer.shared().createDatabase();
        database.execute(Tables.CREATE);
    }

    @AfterAll
    static void close() {
        APPLICATIONS.values().forEach(ConfigurableApplicationContext::close);
        APPLICATIONS.clear();
        database.close();
    }

    @BeforeEach
    void poolOfOne() {
        database.execute(Tables.EMPTY + "; insert into users (email) values ('first')");
        use(1);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(application
                        .getBean(ConnectionPool.class)
                        .getMetrics()
                        .orElseThrow()
                        .acquiredSize())
                .isZero();
        database.awaitQuiet(Duration.ofSeconds(10));
    }

    final void use(int poolSize) {
        application = APPLICATIONS.computeIfAbsent(manager + " " + poolSize, key -> start(manager, poolSize));
        sent = application.getBean(SentStatements.class);
        outer = transactions(owner);
        mapper = new AccessByMapper(application.getBean(ReactiveMapper.class));
        partner = switch (other) {
            case CLIENT -> new AccessByClient(application.getBean(DatabaseClient.class));
            case REPOSITORY ->
                new AccessByRepository(application.getBean(People.class), application.getBean(Cards.class));
        };
        // A connection, and what a pool or a driver sends at its first use.
        run(mapper.pid());
        sent.clear();
    }

    private static ConfigurableApplicationContext start(Owner manager, int poolSize) {
        return new SpringApplicationBuilder(DataApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> context.getBeanFactory().registerSingleton("database", database))
                .run(
                        "--spring.flyway.enabled=false",
                        "--data.pool-size=" + poolSize,
                        "--data.manager-of-spring=" + (manager == Owner.SPRING));
    }

    final Transactions transactions(Owner owner) {
        return owner == Owner.SPRING
                ? application.getBean(Transactions.class)
                : new MapperTransactions(application.getBean(ReactiveMapper.class));
    }

    static <T> T run(Mono<T> work) {
        return work.block(Duration.ofSeconds(20));
    }

    static <T> Mono<T> failed() {
        return Mono.error(new IllegalStateException("failed"));
    }

    static long users(String email) {
        return database.queryLong("select count(*) from users where email like '" + email + "%'");
    }

    final Access one(boolean isMapperFirst) {
        return isMapperFirst ? mapper : partner;
    }
}
