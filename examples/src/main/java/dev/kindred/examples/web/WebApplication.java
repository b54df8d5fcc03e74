package dev.kindred.examples.web;

import dev.kindred.examples.data.People;
import dev.kindred.examples.data.Population;
import dev.kindred.examples.data.Schema;
import dev.kindred.it.support.PostgresDatabase;
import dev.kindred.it.support.PostgresServer;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import io.r2dbc.pool.ConnectionPool;
import java.util.Objects;
import reactor.netty.DisposableServer;

/** Serves users over HTTP from an embedded PostgreSQL until it is interrupted. */
public final class WebApplication {

    private static final int USERS = 1000;

    private WebApplication() {}

    /** Reads the port from the system property {@code kindred.examples.port}. Default: 8080. */
    public static void main(String[] arguments) {
        int port = Integer.getInteger("kindred.examples.port", 8080);
        try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
            database.execute(Schema.script());
            ConnectionPool pool = Connections.pool(database.r2dbcUrl());
            ReactiveMapper mapper = ReactiveMapper.create(pool);
            new Population(mapper).insert(People.invent(USERS)).blockLast();
            DisposableServer server =
                    Objects.requireNonNull(new WebService(mapper).start(port).block());
            String url = "http://127.0.0.1:" + server.port();
            System.out.println("Listening on " + url + "; Ctrl-C ends it. Try:");
            System.out.println("  curl '" + url + "/users?limit=3'");
            System.out.println("  curl " + url + "/users/212");
            System.out.println("  curl " + url + "/users/212/telephone");
            server.onDispose().block();
            pool.disposeLater().block();
        }
    }
}
