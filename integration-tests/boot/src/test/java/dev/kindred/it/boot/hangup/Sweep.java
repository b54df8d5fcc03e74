package dev.kindred.it.boot.hangup;

import dev.kindred.it.boot.app.Tables;
import dev.kindred.it.boot.hangup.HangUpApplication.Requests;
import dev.kindred.test.internal.Await;
import dev.kindred.test.internal.DatabaseSession;
import dev.kindred.test.internal.PostgresDatabase;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Sends 200 requests to an application with a pool of one connection and hangs up during each of them. The first half
 * is spread over the duration of a request, the other half over the packets between the application and the database.
 * Half of the connections end by RST, the others by FIN. For one thread.
 */
final class Sweep {

    static final int POINTS = 200;

    private static final int TIMED = POINTS / 2;
    private static final int WARM_UP = 20;
    private static final int MEASURED = 11;

    /** The timed points reach a little beyond the median duration. */
    private static final double REACH = 1.2;

    private static final Duration CONNECTION_LIMIT = Duration.ofSeconds(20);
    private static final Duration DELAY = Duration.ofMillis(1);
    private static final long LIMIT_MILLIS = 2_000;
    private static final int MISSING_AT_MOST = 3;

    private final Service service;
    private final PostgresDatabase database;
    private final SlowLink link;
    private final Figures figures;
    private final BitSet answered = new BitSet();
    private final BitSet acknowledged = new BitSet();
    private ConfigurableApplicationContext application;

    private Sweep(Service service, PostgresDatabase database) {
        this.service = service;
        this.database = database;
        this.link = SlowLink.to(database.host(), database.port(), DELAY);
        this.figures = new Figures(service);
        this.application = start();
    }

    static Figures of(Service service, PostgresDatabase database) {
        database.execute(Tables.EMPTY);
        Sweep sweep = new Sweep(service, database);
        try {
            sweep.run();
        } finally {
            sweep.end();
        }
        sweep.count();
        return sweep.figures;
    }

    private ConfigurableApplicationContext start() {
        String url = "spring.r2dbc.url=r2dbc:postgresql://" + database.user() + ":" + database.password()
                + "@localhost:" + link.port() + "/" + database.database();
        return new SpringApplicationBuilder(HangUpApplication.class, service.configuration())
                .properties(
                        "server.port=0",
                        "spring.flyway.enabled=false",
                        "spring.r2dbc.pool.max-size=1",
                        "spring.r2dbc.pool.max-acquire-time=2s",
                        url)
                .properties(service.properties())
                .run();
    }

    private void run() {
        for (int request = 0; request < WARM_UP; request++) {
            nanosOfOne("w" + request);
        }
        long before = link.packets();
        double median = Arrays.stream(new int[MEASURED])
                .mapToLong(unused -> nanosOfOne("m" + System.nanoTime()))
                .sorted()
                .skip(MEASURED / 2)
                .findFirst()
                .orElseThrow();
        int packets = Math.round((link.packets() - before) / (float) MEASURED);
        for (int point = 0; point < POINTS; point++) {
            if (point < TIMED) {
                hangUpAfter(point, (long) (median * REACH * point / TIMED));
            } else {
                hangUpAtPacket(point, 1 + point % packets);
            }
            inspect(point);
        }
    }

    private long nanosOfOne(String name) {
        long begin = System.nanoTime();
        if (post("/users/" + name) != 201) {
            throw new AssertionError("The request without a hang-up failed");
        }
        return System.nanoTime() - begin;
    }

    private int post(String path) {
        try (Call call = Call.to(port())) {
            call.post(path);
            return call.status();
        }
    }

    private int port() {
        return ((WebServerApplicationContext) application).getWebServer().getPort();
    }

    private void hangUpAfter(int point, long nanos) {
        Call call = Call.to(port());
        call.post("/users/p" + point);
        long due = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        answered.set(point, call.hangUp(isReset(point)));
    }

    /** A request that is over before has sent fewer packets than usual. */
    private void hangUpAtPacket(int point, int packet) {
        Call call = Call.to(port());
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        link.afterPackets(packet, () -> ended.complete(call.hangUp(isReset(point))));
        call.post("/users/p" + point);
        try {
            answered.set(point, ended.get(LIMIT_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            link.forget();
            answered.set(point, call.hangUp(isReset(point)));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The hang-up failed", e);
        }
    }

    private static boolean isReset(int point) {
        return point / 2 % 2 == 0;
    }

    /** Looks at the server, at the pool and at the next request. */
    private void inspect(int point) {
        boolean returned = within(
                CONNECTION_LIMIT, () -> application.getBean(Requests.class).isIdle() && acquired() == 0);
        figures.missingConnections += returned ? 0 : 1;
        boolean ended =
                within(service.patience(), () -> database.sessions().stream().noneMatch(DatabaseSession::isBusy));
        figures.openTransactions += ended ? 0 : 1;
        boolean right = post("/notes/n" + point) == 201;
        acknowledged.set(point, right);
        figures.nextFailed += right ? 0 : 1;
        figures.nextInvisible += right && count("notes where text = 'n" + point + "'") == 0 ? 1 : 0;
        if (figures.missingConnections > MISSING_AT_MOST) {
            throw new AssertionError(figures + " up to point " + point);
        }
        if (!returned) {
            application.close();
            application = start();
        }
    }

    private static boolean within(Duration limit, BooleanSupplier condition) {
        try {
            Await.await(limit, condition, () -> "not within the patience");
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    private int acquired() {
        return application
                .getBean(ConnectionPool.class)
                .getMetrics()
                .map(PoolMetrics::acquiredSize)
                .orElseThrow();
    }

    private long count(String rows) {
        return database.queryLong("select count(*) from " + rows);
    }

    /** Counts the rows after the end of the application. */
    private void count() {
        for (Map<String, ?> row : database.query("""
                select point,
                    (select count(*) from users where email = 'p' || point) as users,
                    (select count(*) from profiles where name = 'p' || point) as profiles,
                    (select count(*) from notes where text = 'p' || point) as notes,
                    (select count(*) from notes where text = 'n' || point) as next
                from generate_series(0, ?) point
                """, POINTS - 1)) {
            int point = number(row, "point");
            int rows = number(row, "users") + number(row, "profiles") + number(row, "notes");
            figures.committed += rows == 3 ? 1 : 0;
            figures.rolledBack += rows == 0 ? 1 : 0;
            figures.halfWritten += rows == 1 || rows == 2 ? 1 : 0;
            figures.answered += answered.get(point) ? 1 : 0;
            figures.answeredAndLost += answered.get(point) && rows < 3 ? 1 : 0;
            figures.nextLost += acknowledged.get(point) && number(row, "next") == 0 ? 1 : 0;
        }
    }

    private static int number(Map<String, ?> row, String column) {
        return Integer.parseInt(String.valueOf(row.get(column)));
    }

    private void end() {
        application.close();
        link.close();
    }
}
