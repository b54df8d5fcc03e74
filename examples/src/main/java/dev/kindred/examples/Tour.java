package dev.kindred.examples;

import dev.kindred.examples.data.Orders;
import dev.kindred.examples.data.People;
import dev.kindred.examples.data.Person;
import dev.kindred.examples.data.Population;
import dev.kindred.examples.data.Schema;
import dev.kindred.examples.tour.Chapters;
import dev.kindred.examples.tour.ThreeWays;
import dev.kindred.examples.tour.stage.Comparison;
import dev.kindred.examples.tour.stage.Screen;
import dev.kindred.examples.tour.stage.Screen.Colours;
import dev.kindred.examples.tour.stage.Stage;
import dev.kindred.examples.tour.stage.StatementLog;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
import io.r2dbc.pool.ConnectionPool;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * Demonstrates the library on an embedded PostgreSQL. Each step shows its Java code, the statements sent, the result
 * and the time. The program ends with an error if a step has an unexpected outcome.
 */
public final class Tour {

    private static final int AT_LEAST = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Screen screen;

    Tour(Screen screen) {
        this.screen = screen;
    }

    /** Reads the number of users from the system property {@code kindred.examples.users}. Default: 10,000. */
    @SuppressWarnings("SystemConsoleNull") // from JDK 22 on, redirected output has colours too, which is harmless
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Screen screen = new Screen(out, System.console() == null ? Colours.OFF : Colours.ON);
        new Tour(screen).run(Math.max(AT_LEAST, Integer.getInteger("kindred.examples.users", 10_000)));
    }

    /** A main method must wait for the end, so this is the only place of the tour that blocks. */
    void run(int users) {
        screen.say("Looking for PostgreSQL; if none is configured, an embedded one is started.");
        try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
            database.execute(Schema.script());
            ConnectionPool pool = Connections.pool(database.r2dbcUrl());
            try {
                tell(pool, users);
            } finally {
                pool.disposeLater().block(PATIENCE);
            }
        }
    }

    private void tell(ConnectionPool pool, int users) {
        StatementLog log = new StatementLog();
        ReactiveMapper mapper = ReactiveMapper.builder(pool).listener(log).build();
        populate(mapper, People.invent(users));
        Stage stage = new Stage(screen, log);
        stage.play(Chapters.of(mapper)).block(PATIENCE);
        screen.say("");
        screen.say("1,000 users and their profiles, in three ways:");
        stage.compare(new Comparison(3, 7), new ThreeWays(mapper).steps()).block(PATIENCE);
    }

    private static void populate(ReactiveMapper mapper, List<Person> people) {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("Writing users")
                .setInitialMax(people.size())
                .build()) {
            new Population(mapper).insert(people).doOnNext(bar::stepBy).blockLast(PATIENCE);
        }
        new Orders(mapper).insert().block(PATIENCE);
    }
}
