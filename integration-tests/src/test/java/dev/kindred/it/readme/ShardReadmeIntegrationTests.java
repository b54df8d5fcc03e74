package dev.kindred.it.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kindred.error.InvalidCursorException;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.query.Window;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs the guide's code for shards, verbatim. */
class ShardReadmeIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension first =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    @RegisterExtension
    static final DatabaseExtension second =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    private List<ReactiveMapper> mappers;
    private Shards shards;

    @BeforeEach
    void mappers() {
        mappers = List.of(mapper(first, (byte) 1), mapper(second, (byte) 2));
        shards = new Shards(mappers);
    }

    private static ReactiveMapper mapper(DatabaseExtension database, byte number) {
        byte[] key = new byte[16];
        key[0] = number;
        return ReactiveMapper.builder(database.pool()).cursorKey(key).build();
    }

    private long stored(DatabaseExtension database) {
        return database.postgres().queryLong("select count(*) from users");
    }

    @Test
    void eachCustomerHasAShard() {
        LongStream.range(0, 1024).filter(customer -> customer % 100 == 0).forEach(this::create);

        assertThat(stored(first)).isEqualTo(6);
        assertThat(stored(second)).isEqualTo(5);
        Mono<Long> users = Flux.fromIterable(mappers)
                .flatMap(mapper -> mapper.from(User.class).count(), 4)
                .reduce(0L, Long::sum);
        assertThat(users.block()).isEqualTo(11);
    }

    private void create(long customer) {
        Mono<User> created = shards.current()
                .flatMap(mapper -> mapper.insert(new User(null, "ann@example.org", null)))
                .contextWrite(Shards.of(customer));
        created.block();
    }

    @Test
    void withoutACustomerNothingIsSent() {
        assertThatIllegalStateException().isThrownBy(() -> shards.current().block());
    }

    @Test
    void refusedStatementsCanBeRepeated() {
        ConnectionPool pool = first.pool();

        ReactiveMapper retrying = ReactiveMapper.builder(pool)
                .retryStatements(3, Duration.ofMillis(20))
                .build();

        assertThat(retrying.from(User.class).count().block()).isZero();
    }

    /** PgBouncerIntegrationTests uses such a pool. */
    @Test
    void aPoolCanUseStatementsThatThePoolerTracks() {
        String url = first.postgres().r2dbcUrl();

        ConnectionPool pool = Connections.builder(url)
                .pgbouncer()
                .driver(options -> options.preparedStatementCacheQueries(256))
                .build();

        assertThat(ReactiveMapper.create(first.watch(pool))
                        .from(User.class)
                        .count()
                        .block())
                .isZero();
    }

    /** The Context of another customer does not change where a handle loads. */
    @Test
    void aHandleLoadsFromItsShard() {
        first.postgres().execute("insert into users (id, email) values (1, 'first')");
        first.postgres().execute("insert into profiles (user_id, name) values (1, 'of first')");
        second.postgres().execute("insert into users (id, email) values (1, 'second')");
        second.postgres().execute("insert into profiles (user_id, name) values (1, 'of second')");

        assertThat(shards.current()
                        .flatMap(mapper -> mapper.get(User.class, 1L))
                        .contextWrite(Shards.of(0))
                        .flatMap(User::profile)
                        .contextWrite(Shards.of(1023))
                        .map(Profile::name)
                        .block())
                .isEqualTo("of first");
    }

    @Test
    void aCursorOfAnotherShardIsRefused() {
        first.postgres().execute(Schema.users(3));
        Window<User> window = mappers.get(0)
                .from(User.class)
                .orderBy(User_.ID.asc())
                .scroll(2)
                .block();

        assertThatExceptionOfType(InvalidCursorException.class)
                .isThrownBy(() -> mappers.get(1)
                        .from(User.class)
                        .orderBy(User_.ID.asc())
                        .scroll(2, window.next())
                        .block());
    }
}
