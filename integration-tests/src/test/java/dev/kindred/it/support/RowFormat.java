package dev.kindred.it.support;

import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.jackson.JacksonJsonFormat;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;

/** The format in which the server sends rows, and who decodes their values. */
public enum RowFormat {
    BINARY(true, true),
    TEXT(false, true),
    BINARY_BY_DRIVER(true, false),
    TEXT_BY_DRIVER(false, false);

    private final boolean isBinary;
    private final boolean handsOutBytes;

    RowFormat(boolean isBinary, boolean handsOutBytes) {
        this.isBinary = isBinary;
        this.handsOutBytes = handsOutBytes;
    }

    /** Opens a pool whose connections use this format. */
    public ConnectionPool newPool(DatabaseExtension database, int size) {
        return this == BINARY
                ? database.newPool(size)
                : database.watch(database.poolBuilder()
                        .driver(this::configure)
                        .maxSize(size)
                        .build());
    }

    /** Sets the options of this format. */
    public void configure(PostgresqlConnectionConfiguration.Builder driver) {
        driver.forceBinary(isBinary);
        if (!handsOutBytes) {
            driver.codecRegistrar(new BytesRefused());
        }
    }

    /** Creates a mapper with JSON whose connections use this format. */
    public ReactiveMapper mapper(DatabaseExtension database, StatementRecorder recorder) {
        return ReactiveMapper.builder(this == BINARY ? database.pool() : newPool(database, 2))
                .listener(recorder)
                .jsonFormat(JacksonJsonFormat.create())
                .build();
    }
}
