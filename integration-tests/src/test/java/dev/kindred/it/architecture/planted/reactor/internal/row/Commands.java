package dev.kindred.it.architecture.planted.reactor.internal.row;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import org.reactivestreams.Publisher;

public final class Commands {
    private Commands() {}

    static Statement statement(Connection connection) {
        return connection.createStatement("SELECT 1");
    }

    static Batch batch(Connection connection) {
        return connection.createBatch();
    }

    static Publisher<Void> savepoint(Connection connection) {
        return connection.createSavepoint("here");
    }

    static Statement generated(Statement statement) {
        return statement.returnGeneratedValues("id");
    }
}
