package dev.kindred.it.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.RowFormat;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.ReactiveMapperBuilder;
import io.r2dbc.pool.ConnectionPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Each write sets the creator and the last changer, in both formats and with a pool of one connection. */
class AuditedWritesIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Author.TABLES).resetBefore(Author.ROWS);

    private final AtomicInteger asked = new AtomicInteger();

    static Stream<AuditedWrite> writes() {
        return Stream.concat(AuditedWrites.all(), AuditedRelationWrites.all());
    }

    static Stream<Arguments> writesInEachFormat() {
        return Stream.of(RowFormat.values()).flatMap(format -> writes().map(write -> Arguments.of(format, write)));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("writesInEachFormat")
    void setTheAuditor(RowFormat format, AuditedWrite write) {
        ReactiveMapper mapper = builder(format.newPool(database, 1))
                .auditor(context -> Mono.fromCallable(() -> {
                    asked.incrementAndGet();
                    return context.<String>get("user");
                }))
                .build();

        run(mapper, write);

        write.rows()
                .forEach(row -> assertThat(audit(database, row.getKey()))
                        .as(row.getKey())
                        .isEqualTo(row.getValue()));
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void withoutAnAuditorSetNull(AuditedWrite write) {
        run(builder(database.newPool(1)).auditor(context -> Mono.empty()).build(), write);

        write.rows()
                .forEach(row -> assertThat(audit(database, row.getKey()))
                        .as(row.getKey())
                        .isEqualTo(row.getValue().replace("bob", "-")));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void failBeforeAnyStatementWithTheErrorOfTheAuditor(AuditedWrite write) {
        StatementRecorder recorder = new StatementRecorder();
        IllegalStateException failure = new IllegalStateException("no user");
        ReactiveMapper mapper = builder(database.newPool(1))
                .listener(recorder)
                .auditor(context -> Mono.error(failure))
                .build();

        assertThatThrownBy(() -> run(mapper, write)).isEqualTo(failure);

        assertThat(recorder.texts()).allMatch(sql -> sql.startsWith("SELECT") && !sql.contains("FOR "));
        assertThat(database.postgres()
                        .queryLong("select count(*) from (select updated_by from articles union all"
                                + " select updated_by from authors) as audits where updated_by <> 'eve'"))
                .isZero();
    }

    private static ReactiveMapperBuilder builder(ConnectionPool pool) {
        return ReactiveMapper.builder(pool);
    }

    private static void run(ReactiveMapper mapper, AuditedWrite write) {
        Flux.from(write.work().apply(mapper))
                .contextWrite(context -> context.put("user", "bob"))
                .collectList()
                .block();
    }

    static String audit(DatabaseExtension database, String where) {
        return (String) database.postgres()
                .queryOne("select coalesce(string_agg(audit, ', ' order by audit), '') as audits from (select"
                        + " coalesce(created_by, '-') || '/' || coalesce(updated_by, '-') as audit from " + where
                        + ") as rows")
                .get("audits");
    }
}
