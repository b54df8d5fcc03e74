package dev.kindred.it.support;

import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.jackson.JacksonJsonFormat;
import io.r2dbc.pool.ConnectionPool;

/** The format in which the server sends rows. */
public enum RowFormat {
    BINARY,
    TEXT;

    /** Opens a pool whose connections use this format. */
    public ConnectionPool newPool(DatabaseExtension database, int size) {
        return this == BINARY
                ? database.newPool(size)
                : database.watch(Connections.builder(database.postgres().r2dbcUrl())
                        .driver(driver -> driver.forceBinary(false))
                        .maxSize(size)
                        .build());
    }

    /** Creates a mapper with JSON whose connections use this format. */
    public ReactiveMapper mapper(DatabaseExtension database, StatementRecorder recorder) {
        return ReactiveMapper.builder(this == BINARY ? database.pool() : newPool(database, 2))
                .listener(recorder)
                .jsonFormat(JacksonJsonFormat.create())
                .build();
    }
}
