package dev.kindred.it.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.StatementException;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

class LocksIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private ReactiveMapper other;

    @BeforeEach
    void mapper() {
        // Two concurrent transactions need two connections; the pool of the run may have only one.
        mapper = ReactiveMapper.builder(database.newPool(2)).listener(recorder).build();
        other = ReactiveMapper.create(database.newPool(2));
        database.postgres().execute(Schema.users(3));
    }

    @Test
    void rowsLockedByAnotherTransactionAreSkipped() {
        List<Long> found = whileFirstUserIsLocked(users(other).forUpdate().skipLocked());

        assertThat(found).containsExactly(2L, 3L);
        assertThat(recorder.texts())
                .contains("SELECT \"id\", \"email\" FROM \"users\" WHERE \"id\" = $1 ORDER BY \"id\" ASC LIMIT $2"
                        + " FOR UPDATE");
    }

    @Test
    void aRowLockedByAnotherTransactionIsAnErrorAtOnce() {
        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> whileFirstUserIsLocked(users(other).forShare().noWait()))
                .satisfies(error -> assertThat(error.sqlState()).isEqualTo("55P03"));
    }

    @Test
    void readersWithoutALockDoNotWait() {
        assertThat(whileFirstUserIsLocked(users(other))).containsExactly(1L, 2L, 3L);
    }

    /** Runs {@code query} outside the transaction that holds the lock. */
    private List<Long> whileFirstUserIsLocked(EntitySelect<User> query) {
        Mono<List<Long>> outside = query.all().map(User::id).collectList().contextWrite(context -> Context.empty());
        return users(mapper)
                .where(User_.ID.eq(1L))
                .forUpdate()
                .one()
                .flatMap(locked -> outside)
                .as(mapper::transactional)
                .block();
    }

    private static EntitySelect<User> users(ReactiveMapper mapper) {
        return mapper.from(User.class).orderBy(User_.ID.asc());
    }
}
