package dev.kindred.it.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.StatementException;
import dev.kindred.it.entity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.UnexpectedRollbackException;
import reactor.core.publisher.Mono;

/** PostgreSQL answers COMMIT by ROLLBACK if a statement of the transaction failed. */
@ParameterizedClass
@ValueSource(booleans = {false, true})
class HandledErrorsIntegrationTests extends SpringTransactionTests {

    @Test
    void aHandledErrorOfTheMapperIsAnErrorAtCommit() {
        assertThatCommitFails(
                mapper.sql("insert into users (id, email) values (1, 'twice')").execute());
    }

    @Test
    void aHandledErrorOfTheClientIsAnErrorAtCommit() {
        assertThatCommitFails(client.sql("insert into users (id, email) values (1, 'twice')")
                .fetch()
                .rowsUpdated());
    }

    private void assertThatCommitFails(Mono<Long> failing) {
        Mono<User> work = mapper.insert(User.of("new")).delayUntil(user -> failing.onErrorComplete());

        if (isManagerOfKindred) {
            assertThatThrownBy(() -> run(transactional(work)))
                    .isInstanceOf(UnexpectedRollbackException.class)
                    .hasCauseInstanceOf(StatementException.class);
        } else {
            assertThatThrownBy(() -> run(transactional(work))).isInstanceOf(DataAccessException.class);
        }
        assertThat(users("new")).isZero();
    }
}
