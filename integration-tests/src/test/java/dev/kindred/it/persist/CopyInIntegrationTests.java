package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.MappingException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.ReactiveMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class CopyInIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES, Sheet.TABLE, "create unique index users_email on users (email)")
            .resetBefore(Schema.EMPTY, "truncate sheets");

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    private static Flux<User> users(int count) {
        return Flux.range(1, count).map(i -> User.of("user" + i));
    }

    private long count() {
        return database.postgres().queryLong("select count(*) from users");
    }

    @Test
    void aChunkIsOneStatement() {
        assertThat(mapper.copyIn(users(25_000)).block()).isEqualTo(25_000);

        assertThat(recorder.texts()).hasSize(3).containsOnly("COPY \"users\" (\"email\") FROM STDIN");
        assertThat(count()).isEqualTo(25_000);
    }

    @Test
    void whatIsStoredIsWhatInsertsStore() {
        List<Sheet> sheets =
                new ArrayList<>(LongStream.range(0, 50).mapToObj(Sheet::of).toList());
        sheets.add(new Sheet(99L, null, null, null, null, null, List.of(), null));
        sheets.add(new Sheet(
                100L,
                "tab\t newline\n return\r back\\slash \\N \\. \"quoted\" {brace} '; drop table sheets; --⟦canary⟧ü",
                new BigDecimal("-1E+10"),
                new UUID(1, 2),
                Instant.parse("-0044-03-15T12:00:00.123456Z"),
                Duration.ofSeconds(-1),
                List.of("", "NULL", "a,b", "{}", "\"", "\\", "t\tn\n"),
                7L));
        sheets.add(new Sheet(101L, "", null, null, Instant.parse("+12345-03-15T12:00:00Z"), null, List.of("x"), null));

        assertThat(mapper.copyIn(Flux.fromIterable(sheets)).block()).isEqualTo(53);
        List<Sheet> copied = mapper.from(Sheet.class)
                .orderBy(Sheet_.ID.asc())
                .all()
                .collectList()
                .block();
        database.postgres().execute("truncate sheets");
        mapper.insertAll(Flux.fromIterable(sheets)).blockLast();

        assertThat(copied)
                .isEqualTo(mapper.from(Sheet.class)
                        .orderBy(Sheet_.ID.asc())
                        .all()
                        .collectList()
                        .block());
        assertThat(copied.get(51).title()).isEqualTo(sheets.get(51).title());
        assertThat(copied.get(51).tags()).isEqualTo(sheets.get(51).tags());
        assertThat(copied.get(51).at()).isEqualTo(sheets.get(51).at());
    }

    @Test
    void aChunkThatFailsIsNotThereAndTheConnectionIsUsable() {
        Flux<User> twice = users(15).concatWith(Mono.just(User.of("user1")));

        assertThatThrownBy(() ->
                        mapper.copyIn(twice, ChunkOptions.defaults().size(10)).block())
                .isInstanceOf(UniqueViolationException.class)
                .hasMessageContaining("users_email");
        assertThat(count()).isEqualTo(10);
        assertThatThrownBy(() ->
                        mapper.copyIn(twice, ChunkOptions.defaults().atomic()).block())
                .isInstanceOf(UniqueViolationException.class);
        assertThat(count()).isEqualTo(10);
    }

    @Test
    void itIsOfTheTransactionOfTheCaller() {
        assertThatThrownBy(() -> mapper.copyIn(users(10))
                        .then(Mono.error(new IllegalStateException("caller")))
                        .as(mapper::transactional)
                        .block())
                .hasMessage("caller");
        assertThat(count()).isZero();
    }

    @Test
    void rowsOfDifferentShapesAreRefusedBeforeAnyStatement() {
        assertThatThrownBy(() -> mapper.copyIn(Flux.just(User.of("a"), new User(7L, "b", null)))
                        .block())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("insertAll");
        assertThat(recorder.count()).isZero();
        assertThat(mapper.copyIn(Flux.<User>empty()).block()).isZero();
    }

    @Test
    void aCancelLeavesAllOrNothingOfAChunk() {
        for (int millis = 1; millis < 40; millis += 3) {
            mapper.copyIn(users(5000))
                    .timeout(Duration.ofMillis(millis), Mono.empty())
                    .block();
            assertThat(count()).isIn(0L, 5000L);
            database.postgres().execute("truncate users cascade");
        }
        assertThat(mapper.insert(User.of("after")).block()).isNotNull();
    }
}
