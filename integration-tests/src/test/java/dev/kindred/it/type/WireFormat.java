package dev.kindred.it.type;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.RowFormat;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.jackson.JacksonJsonFormat;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;

/** The row format and its source. */
enum WireFormat {
    BINARY {
        @Override
        ConnectionFactory connections(DatabaseExtension database) {
            return database.pool();
        }
    },
    TEXT {
        @Override
        ConnectionFactory connections(DatabaseExtension database) {
            return RowFormat.TEXT.newPool(database, 2);
        }
    },
    BINARY_BY_DRIVER {
        @Override
        ConnectionFactory connections(DatabaseExtension database) {
            return RowFormat.BINARY_BY_DRIVER.newPool(database, 2);
        }
    },
    /** The plain driver, as configured by an application with its own connections. */
    PLAIN_DRIVER {
        @Override
        ConnectionFactory connections(DatabaseExtension database) {
            return new PostgresqlConnectionFactory(
                    database.postgres().connectionConfiguration().build());
        }
    };

    abstract ConnectionFactory connections(DatabaseExtension database);

    ReactiveMapper mapper(DatabaseExtension database) {
        return ReactiveMapper.builder(connections(database))
                .jsonFormat(JacksonJsonFormat.create())
                .build();
    }
}
