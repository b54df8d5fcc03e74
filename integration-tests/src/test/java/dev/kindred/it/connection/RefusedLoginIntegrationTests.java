package dev.kindred.it.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kindred.error.ConnectionException;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import io.r2dbc.pool.ConnectionPool;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedLoginIntegrationTests {

    private static final String CANARY = "CANARY4711";

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionThatCannotBeMadeDoesNotShowThePassword(boolean reachesServer) {
        int port = reachesServer ? database.postgres().port() : 1;
        ConnectionPool pool = database.watch(
                DatabaseExtension.patient(Connections.builder("r2dbc:postgresql://nobody:" + CANARY + "@127.0.0.1:"
                                + port + "/" + database.postgres().database()))
                        .maxSize(1)
                        .build());
        ReactiveMapper mapper = ReactiveMapper.create(pool);

        Throwable error = catchThrowable(() -> mapper.from(User.class).count().block());

        StringWriter everything = new StringWriter();
        error.printStackTrace(new PrintWriter(everything));
        assertThat(error).isInstanceOf(ConnectionException.class);
        assertThat(everything + pool.toString() + mapper).doesNotContain(CANARY);
    }
}
