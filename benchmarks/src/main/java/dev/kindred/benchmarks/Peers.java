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
    private final Options options;

    private Peers(Options options) {
        this.options = options;
    }

    /** Opens those that are wanted. The first one's checksums are believed: the driver used by hand, where it takes part. */
    static Peers open(Login login, Options options, boolean text) {
        int poolSize = options.poolSize();
        Peers peers = new Peers(options);
        peers.add("raw-r2dbc-binary", () -> RawR2dbcPeer.open(login, poolSize, true));
        peers.add("kindred", () -> List.of(KindredPeer.open(login, poolSize)));
        peers.add("raw-r2dbc-text", () -> RawR2dbcPeer.open(login, poolSize, false));
        peers.addR2dbc(login, true);
        if (text || options.text("peers").isPresent()) {
            peers.addR2dbc(login, false);
        }
        peers.add("jooq-r2dbc-text", () -> JooqPeer.open(login, poolSize));
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

    private void addR2dbc(Login login, boolean binary) {
        int poolSize = options.poolSize();
        String protocol = binary ? "-binary" : "-text";
        add("spring-database-client" + protocol, () -> DatabaseClientPeer.open(login, poolSize, binary));
        add("micronaut-data-r2dbc" + protocol, () -> MicronautPeer.open(login, poolSize, binary));
        add("spring-data-r2dbc" + protocol, () -> SpringDataPeer.open(login, poolSize, binary));
    }

    /** Opens a peer when it, or a way of it whose name begins alike, is wanted. */
    private void add(String name, Supplier<List<Peer>> opening) {
        if (!options.wantsAnyOf(name)) {
            return;
        }
        try {
            all.addAll(opening.get());
        } catch (RuntimeException e) {
            complaints.add("left out: " + name + ": " + e);
        }
    }
}
