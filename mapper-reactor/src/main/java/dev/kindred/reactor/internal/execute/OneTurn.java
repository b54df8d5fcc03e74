package dev.kindred.reactor.internal.execute;

import dev.kindred.reactor.internal.connection.ConnectionScope;
import io.r2dbc.spi.Connection;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** The connection of a transaction during one turn, for one statement. */
record OneTurn(Connection connection) implements ConnectionScope {

    @Override
    public <T> Mono<T> converse(Access access, Function<Connection, Mono<T>> conversation) {
        return conversation.apply(connection);
    }
}
