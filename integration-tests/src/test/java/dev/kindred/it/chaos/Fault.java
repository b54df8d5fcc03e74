package dev.kindred.it.chaos;

import dev.kindred.it.support.Direction;
import dev.kindred.test.internal.Cluster;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A fault of the server or of the network. It begins and ends in one call. */
enum Fault {
    TERMINATED_BACKENDS(14, (server, random) -> {
        for (int i = 0; i <= random.nextInt(3); i++) {
            server.numbers("select pg_terminate_backend(" + backend(server, random) + ")::int");
        }
    }),
    KILLED_BACKEND(5, (server, random) -> {
        Cluster.Server.signal("KILL", backend(server, random));
        awaitRecovery(server);
    }),
    FROZEN_BACKEND(6, (server, random) -> frozen(backend(server, random), length(random))),
    FROZEN_POSTMASTER(4, (server, random) -> {
        server.proxy().cutAll();
        frozen(server.process().postmaster(), 300 + random.nextInt(500));
    }),
    IMMEDIATE_RESTART(3, (server, random) -> server.process().restart("QUIT")),
    FAST_RESTART(3, (server, random) -> server.process().restart("INT")),
    /** Happens once in a run with a standby. */
    FAILOVER(8, (server, random) -> server.failOver()),
    CHANGED_TABLE(8, (server, random) -> change(server, random.nextInt())),
    LATENCY(6, (server, random) -> {
        server.proxy().latency(Duration.ofMillis(1 + random.nextInt(20)));
        pause(200 + random.nextInt(800));
    }),
    SLICES(6, (server, random) -> {
        server.proxy().slices(1 + random.nextInt(16));
        pause(200 + random.nextInt(800));
    }),
    BLACK_HOLE(4, (server, random) -> {
        server.proxy().blackHole();
        pause(length(random));
    }),
    BLACK_HOLE_TO_SERVER(4, (server, random) -> {
        server.proxy().blackHole(Direction.TO_SERVER);
        pause(length(random));
    }),
    BLACK_HOLE_TO_CLIENT(4, (server, random) -> {
        server.proxy().blackHole(Direction.TO_CLIENT);
        pause(length(random));
    }),
    HALF_OPEN(4, (server, random) -> {
        server.proxy().halfOpen();
        server.proxy().cutAll();
        pause(length(random));
        server.proxy().cutAll();
    }),
    RESET(10, (server, random) -> server.proxy().cutAll()),
    CUT_BEFORE_COMMIT(16, (server, random) -> {
        server.proxy().cutBeforeClientMessage('Q', "COMMIT");
        pause(30);
    }),
    CUT_AFTER_COMMIT(16, (server, random) -> {
        server.proxy().cutAfterClientMessage('Q', "COMMIT");
        pause(30);
    }),
    CUT_OF_AN_ANSWER(16, (server, random) -> {
        server.proxy().cutBeforeServerMessage('C');
        pause(30);
    });

    private static final String[] CHANGES = {
        "alter table notes add column if not exists extra int",
        "alter table notes drop column if exists extra",
        "alter table notes alter column text type varchar(100)",
        "alter table notes alter column text type text",
        "alter table labels add column if not exists extra int default 1",
        "alter table labels drop column if exists extra",
        "create index if not exists entries_op on entries (op); analyze entries",
        "drop index if exists entries_op",
        "analyze"
    };

    private static final Duration RECOVERY_LIMIT = Duration.ofSeconds(60);

    private final int weight;

    @SuppressWarnings("ImmutableEnumChecker") // an action captures nothing
    private final Action action;

    Fault(int weight, Action action) {
        this.weight = weight;
        this.action = action;
    }

    /** Returns one of {@code faults}. */
    static Fault random(Set<Fault> faults, SplittableRandom random) {
        int at = random.nextInt(faults.stream().mapToInt(fault -> fault.weight).sum());
        for (Fault fault : faults) {
            at -= fault.weight;
            if (at < 0) {
                return fault;
            }
        }
        throw new AssertionError(at);
    }

    /** Returns the faults of {@code -Dchaos.faults=RESET,LATENCY}, which are all that are possible by default. */
    static Set<Fault> wanted() {
        String names = System.getProperty("chaos.faults", "");
        if (names.isEmpty()) {
            return Boolean.getBoolean("chaos.standby")
                    ? EnumSet.allOf(Fault.class)
                    : EnumSet.complementOf(EnumSet.of(FAILOVER));
        }
        return Stream.of(names.split(",", -1))
                .map(Fault::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Fault.class)));
    }

    /** Begins the fault and ends it. */
    void happen(ChaosServer server, SplittableRandom random) throws SQLException {
        try {
            action.on(server, random);
        } finally {
            server.proxy().heal();
        }
    }

    private static long backend(ChaosServer server, SplittableRandom random) throws SQLException {
        List<Long> backends = server.backends();
        if (backends.isEmpty()) {
            throw new SQLException("there is no session");
        }
        return backends.get(random.nextInt(backends.size()));
    }

    /** Some are longer than the time limits of statements and transactions. */
    private static int length(SplittableRandom random) {
        return random.nextInt(6) == 0 ? 2000 + random.nextInt(2500) : 200 + random.nextInt(700);
    }

    private static void frozen(long pid, int millis) {
        Cluster.Server.signal("STOP", pid);
        try {
            pause(millis);
        } finally {
            Cluster.Server.signal("CONT", pid);
        }
    }

    /** The server ends all sessions when one of its processes dies. */
    private static void awaitRecovery(ChaosServer server) throws SQLException {
        pause(20);
        long end = System.nanoTime() + RECOVERY_LIMIT.toNanos();
        while (true) {
            try {
                server.execute("select 1");
                return;
            } catch (SQLException e) {
                if (System.nanoTime() - end > 0) {
                    throw e;
                }
                pause(10);
            }
        }
    }

    /** A change that waits for a lock keeps all callers of the table waiting. */
    private static void change(ChaosServer server, int choice) throws SQLException {
        server.execute("set lock_timeout = '500ms'; " + CHANGES[Math.floorMod(choice, CHANGES.length)]);
    }

    static void pause(long millis) {
        long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Does it. */
    private interface Action {

        void on(ChaosServer server, SplittableRandom random) throws SQLException;
    }
}
