package dev.kindred.it.boot.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.kindred.error.StatementException;
import io.r2dbc.spi.R2dbcException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The mapper beside {@code DatabaseClient} or repositories of Spring Data in one transaction, which
 * {@code @Transactional} or the mapper begins, with each transaction manager.
 */
@ParameterizedClass(name = "transaction manager of {0}, mapper and {1}, in a transaction of {2}")
@MethodSource("columns")
@Tag("any-jdk")
class TransactionTableIntegrationTests extends TransactionTableTests {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bothAreCommittedOnOneConnection(boolean isMapperFirst) {
        Access first = one(isMapperFirst);
        Access second = one(!isMapperFirst);

        List<Integer> pids = run(outer.required(Flux.concat(
                        first.insertUser("new by first").then(first.pid()),
                        second.insertUser("new by second").then(second.pid()),
                        first.pid())
                .collectList()));

        assertThat(pids).hasSize(3).containsOnly(pids.get(0));
        assertThat(users("new")).isEqualTo(2);
        assertThat(sent.commands())
                .containsExactly("BEGIN", "INSERT", "SELECT", "INSERT", "SELECT", "SELECT", "COMMIT");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void afterAnErrorNeitherStays(boolean isMapperFirst) {
        assertThatThrownBy(() -> run(outer.required(one(isMapperFirst)
                        .insertUser("new by first")
                        .then(one(!isMapperFirst).insertUser("new by second"))
                        .then(failed()))))
                .hasMessage("failed");

        assertThat(users("new")).isZero();
        assertThat(sent.commands()).containsExactly("BEGIN", "INSERT", "INSERT", "ROLLBACK");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRowOfOneIsReferencedByTheOther(boolean isMapperFirst) {
        String seen = run(outer.required(one(isMapperFirst)
                .insertUser("new")
                .flatMap(id -> one(!isMapperFirst)
                        .insertProfile(id, "Ann")
                        .then(one(!isMapperFirst).email(id)))));

        assertThat(seen).isEqualTo("new");
        assertThat(database.queryLong(
                        "select count(*) from profiles join users on users.id = user_id where email = 'new'"))
                .isEqualTo(1);
        assertThat(sent.commands()).containsExactly("BEGIN", "INSERT", "INSERT", "SELECT", "COMMIT");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bothUpdateOneRow(boolean isMapperFirst) {
        run(outer.required(one(isMapperFirst)
                .appendToEmail(1, " and second")
                .then(one(!isMapperFirst).appendToEmail(1, " and third"))));

        assertThat(users("first and second and third")).isEqualTo(1);
        assertThat(sent.commands().stream().filter(command -> !command.equals("SELECT")))
                .containsExactly("BEGIN", "UPDATE", "UPDATE", "COMMIT");
    }

    @ParameterizedTest
    @EnumSource
    void nestedIsUndoneAlone(Owner inner) {
        run(outer.required(mapper.insertUser("kept")
                .then(partner.insertUser("kept too"))
                .then(transactions(inner)
                        .nested(partner.insertUser("undone")
                                .then(mapper.insertUser("undone too"))
                                .then(TransactionTableTests.<Long>failed()))
                        .onErrorResume(IllegalStateException.class, error -> Mono.empty()))
                .then(mapper.insertUser("kept after"))
                .then(partner.insertUser("kept at last"))));

        assertThat(users("kept")).isEqualTo(4);
        assertThat(users("undone")).isZero();
        assertThat(sent.commands())
                .containsSubsequence(
                        "BEGIN",
                        "INSERT",
                        "INSERT",
                        "SAVEPOINT",
                        "INSERT",
                        "INSERT",
                        "ROLLBACK TO SAVEPOINT",
                        "INSERT",
                        "INSERT",
                        "COMMIT")
                .containsOnlyOnce("BEGIN", "SAVEPOINT", "COMMIT")
                .doesNotContain("ROLLBACK");
    }

    @ParameterizedTest
    @EnumSource
    void requiresNewIsCommittedAlone(Owner inner) {
        use(2);

        assertThatThrownBy(() -> run(outer.required(Flux.concat(
                                mapper.insertUser("outer").then(mapper.pid()),
                                transactions(inner)
                                        .requiresNew(partner.insertUser("inner")
                                                .then(mapper.insertUser("inner too"))
                                                .then(mapper.pid().zipWith(partner.pid())))
                                        .flatMapMany(pids -> Flux.just(pids.getT1(), pids.getT2())),
                                partner.insertUser("outer too").then(partner.pid()))
                        .collectList()
                        .flatMap(pids -> Mono.error(new IllegalStateException(connections(pids)))))))
                .hasMessage("0 1 1 0");

        assertThat(users("inner")).isEqualTo(2);
        assertThat(users("outer")).isZero();
        assertThat(sent.commands().stream().filter(command -> !command.equals("SELECT")))
                .containsSubsequence("BEGIN", "INSERT", "BEGIN", "INSERT", "INSERT", "COMMIT", "INSERT", "ROLLBACK");
    }

    /** Returns which connection each operation has used, in the order of their first use. */
    private static String connections(List<Integer> pids) {
        List<Integer> known = pids.stream().distinct().toList();
        return String.join(
                " ", pids.stream().map(pid -> "" + known.indexOf(pid)).toList());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readOnlyHoldsForBoth(boolean isMapperFirst) {
        Throwable refused = catchThrowable(() -> run(outer.readOnly(one(isMapperFirst)
                .email(1)
                .flatMap(email -> one(!isMapperFirst).insertUser("new"))
                .then())));

        assertThat(sqlState(refused)).isEqualTo("25006");
        assertThat(users("new")).isZero();
        assertThat(sent.commands()).containsExactly("BEGIN", "SELECT", "INSERT", "ROLLBACK");
    }

    private static String sqlState(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .map(cause -> cause instanceof StatementException refused
                        ? refused.sqlState()
                        : cause instanceof R2dbcException driver ? driver.getSqlState() : "")
                .filter(state -> !state.isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError(error));
    }

    /**
     * Nothing follows the ROLLBACK on its connection, also if the work handles the error of the cancelled statement.
     * R2dbcTransactionManager applies no time limit.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theTimeLimitCancelsTheRunningStatementAndRefusesOthers(boolean isMapperFirst) {
        assumeFalse(owner == Owner.SPRING && manager == Owner.SPRING);
        Access last = one(!isMapperFirst);

        assertThatThrownBy(() -> run(outer.limited(one(isMapperFirst)
                .insertUser("new")
                .then(last.sleep())
                .onErrorResume(late -> last.insertUser("new after the limit").then(Mono.empty())))));

        assertThat(users("new")).isZero();
        assertThat(sent.commands()).containsOnlyOnce("INSERT");
    }
}
