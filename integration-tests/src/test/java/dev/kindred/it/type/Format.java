package dev.kindred.it.type;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.jackson.JacksonJsonFormat;
import io.r2dbc.pool.ConnectionPool;

/** The format of the rows. */
enum Format {
    BINARY,
    TEXT;

    ReactiveMapper mapper(DatabaseExtension database, StatementRecorder recorder) {
        ConnectionPool pool = this == BINARY
                ? database.pool()
                : database.watch(Connections.builder(database.postgres().r2dbcUrl())
                        .driver(driver -> driver.forceBinary(false))
                        .maxSize(2)
                        .build());
        return ReactiveMapper.builder(pool)
                .listener(recorder)
                .jsonFormat(JacksonJsonFormat.create())
                .build();
    }
}
