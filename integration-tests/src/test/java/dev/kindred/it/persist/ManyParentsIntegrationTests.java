package dev.kindred.it.persist;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.spi.StatementExecution;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

class ManyParentsIntegrationTests {

    private static final int PARENTS = 100_000;

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    @Test
    void aHundredThousandParentsWithAChildEachAreFourStatementsAChunk() {
        StatementRecorder recorder = new StatementRecorder();
        ReactiveMapper mapper =
                ReactiveMapper.builder(database.pool()).listener(recorder).build();

        long stored = mapper.insertAll(
                        Flux.range(0, PARENTS).map(i -> User.of("user" + i)),
                        User_.PROFILE,
                        user -> Profile.of(null, user.email()))
                .count()
                .block();

        assertThat(stored).isEqualTo(PARENTS);
        assertThat(recorder.executions().stream()
                        .collect(Collectors.groupingBy(
                                execution -> execution.sql().split(" \\(", 2)[0], Collectors.counting())))
                .containsOnly(
                        entry("BEGIN", 100L),
                        entry("INSERT INTO \"users\"", 100L),
                        entry("INSERT INTO \"profiles\"", 100L),
                        entry("COMMIT", 100L));
        assertThat(recorder.executions()).extracting(StatementExecution::rows).containsOnly(0L, 1000L);
        assertThat(database.postgres()
                        .queryLong("select count(*) from users u join profiles p on p.user_id = u.id and"
                                + " p.name = u.email"))
                .isEqualTo(PARENTS);
    }
}
