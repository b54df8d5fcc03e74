package dev.kindred.benchmarks;

import dev.kindred.benchmarks.harness.Peer;
import dev.kindred.benchmarks.peer.DatabaseClientPeer;
import dev.kindred.benchmarks.peer.HibernateReactivePeer;
import dev.kindred.benchmarks.peer.JdbcPeer;
import dev.kindred.benchmarks.peer.JooqPeer;
import dev.kindred.benchmarks.peer.KindredPeer;
import dev.kindred.benchmarks.peer.Login;
import dev.kindred.benchmarks.peer.MicronautPeer;
import dev.kindred.benchmarks.peer.RawR2dbcPeer;
import dev.kindred.benchmarks.peer.SpringDataPeer;
import dev.kindred.benchmarks.peer.VertxPeer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** All peers of a run, opened. */
final class Peers implements AutoCloseable {

    private final List<Peer> all = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private Peers() {}

    /** Opens them; the first one is the one whose checksums are believed. */
    static Peers open(Login login, int poolSize, boolean text) {
        Peers peers = new Peers();
        peers.add("raw-r2dbc-binary", () -> RawR2dbcPeer.open(login, poolSize, true));
        peers.add("kindred", () -> List.of(KindredPeer.open(login, poolSize)));
        peers.add("raw-r2dbc-text", () -> RawR2dbcPeer.open(login, poolSize, false));
        peers.addR2dbc(login, poolSize, true);
        if (text) {
            peers.addR2dbc(login, poolSize, false);
        }
        peers.add("jooq-r2dbc", () -> JooqPeer.open(login, poolSize));
        peers.add("vertx-pg-client", () -> VertxPeer.open(login, poolSize));
        peers.add("hibernate-reactive", () -> HibernateReactivePeer.open(login, poolSize));
        peers.add("jdbc", () -> JdbcPeer.open(login, poolSize));
        return peers;
    }

    List<Peer> all() {
        return all;
    }

    /** What could not be opened, and why. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        all.forEach(Peer::close);
    }

    private void addR2dbc(Login login, int poolSize, boolean binary) {
        add("spring-database-client", () -> DatabaseClientPeer.open(login, poolSize, binary));
        add("micronaut-data-r2dbc", () -> MicronautPeer.open(login, poolSize, binary));
        add("spring-data-r2dbc", () -> SpringDataPeer.open(login, poolSize, binary));
    }

    private void add(String name, Supplier<List<Peer>> opening) {
        try {
            all.addAll(opening.get());
        } catch (RuntimeException e) {
            complaints.add("left out: " + name + ": " + e);
        }
    }
}
