package dev.kindred.it.touch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import io.r2dbc.pool.ConnectionPool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Topics 1 to 4 on boards 1 to 4, where topic 1 has a summary. The mapper's clock gives a time that no row has yet. */
final class TouchedTopics {

    static final Instant NOON = Instant.parse("2024-02-29T12:00:00.123456Z");

    static final String ROWS = """
            insert into boards select g from generate_series(1, 4) g;
            insert into topics (board_id, title, version) select g, 'topic', 0 from generate_series(1, 4) g order by g;
            insert into summaries (topic_id, text) values (1, 'summary');
            """;

    private final DatabaseExtension database;
    private final StatementRecorder recorder;

    TouchedTopics(DatabaseExtension database, StatementRecorder recorder) {
        this.database = database;
        this.recorder = recorder;
    }

    ReactiveMapper mapper() {
        return mapper(database.pool());
    }

    ReactiveMapper mapper(ConnectionPool pool) {
        return mapperAt(NOON, pool);
    }

    /** Returns a mapper whose clock is one hour ahead. */
    ReactiveMapper later() {
        return mapperAt(NOON.plus(Duration.ofHours(1)), database.pool());
    }

    private ReactiveMapper mapperAt(Instant now, ConnectionPool pool) {
        return ReactiveMapper.builder(pool)
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .listener(recorder)
                .build();
    }

    /**
     * Returns the topics whose time was set, each as often as its version was incremented, and the boards whose time
     * was set.
     */
    List<String> touched() {
        return texts("""
                select 'topic ' || id || ' x' || version as text from topics where updated_at = ?::timestamptz
                union all select 'board ' || id from boards where updated_at = ?::timestamptz order by 1
                """, NOON.toString(), NOON.toString());
    }

    List<String> texts(String query, Object... arguments) {
        return database.postgres().query(query, arguments).stream()
                .map(row -> String.valueOf(row.get("text")))
                .toList();
    }

    /** Asserts the number of statements since the last call, and the rows touched since the test began. */
    void check(int statements, String... expected) {
        assertThat(recorder.texts()).hasSize(statements);
        assertThat(touched()).containsExactly(expected);
        recorder.clear();
    }
}
