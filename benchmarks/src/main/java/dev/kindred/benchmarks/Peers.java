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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The selected peers with their variants, opened. */
final class Peers implements AutoCloseable {

    private final Options options;
    private final List<Peer> opened = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private Peers(Options options) {
        this.options = options;
    }

    /** Returns the names of the peers that this run may open. */
    static List<String> names(Login login, Options options) {
        return List.copyOf(openings(login, options).keySet());
    }

    /**
     * Opens all peers. The first peer's checksums are the reference: the hand-written driver code, if it takes part.
     */
    static Peers open(Login login, Options options) {
        Peers peers = new Peers(options);
        openings(login, options).forEach((name, opening) -> peers.add(name, opening));
        return peers;
    }

    /** Opens the peer with the given {@code name}. */
    static Peers open(Login login, Options options, String name) {
        Peers peers = new Peers(options);
        openings(login, options).forEach((each, opening) -> {
            if (each.equals(name)) {
                peers.add(name, opening);
            }
        });
        return peers;
    }

    List<Peer> wanted() {
        return opened.stream().filter(peer -> options.wantsPeer(peer.name())).toList();
    }

    /** Returns the peers that failed to open, with the reason. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        opened.forEach(Peer::close);
    }

    private static Map<String, Supplier<List<Peer>>> openings(Login login, Options options) {
        int pool = options.poolSize();
        Map<String, Supplier<List<Peer>>> openings = new LinkedHashMap<>();
        openings.put("raw-r2dbc-binary", () -> RawR2dbcPeer.open(login, pool, true));
        openings.put("kindred", () -> KindredPeer.open(login, pool));
        List<Boolean> protocols =
                options.series().text() || options.text("peers").isPresent() ? List.of(true, false) : List.of(true);
        if (protocols.contains(false)) {
            openings.put("raw-r2dbc-text", () -> RawR2dbcPeer.open(login, pool, false));
        }
        for (boolean binary : protocols) {
            String suffix = binary ? "-binary" : "-text";
            openings.put("spring-database-client" + suffix, () -> DatabaseClientPeer.open(login, pool, binary));
            openings.put("micronaut-data-r2dbc" + suffix, () -> MicronautPeer.open(login, pool, binary));
            openings.put("spring-data-r2dbc" + suffix, () -> SpringDataPeer.open(login, pool, binary));
        }
        openings.put("jooq-r2dbc-text", () -> JooqPeer.open(login, pool));
        openings.put("vertx-pg-client", () -> VertxPeer.open(login, pool));
        openings.put("hibernate-reactive", () -> HibernateReactivePeer.open(login, pool));
        openings.put("jdbc-platform", () -> JdbcPeer.onPlatformThreads(login, pool));
        openings.put("jdbc-virtual", () -> JdbcPeer.onVirtualThreads(login, pool));
        openings.keySet().removeIf(name -> !options.wantsAnyOf(name));
        return openings;
    }

    private void add(String name, Supplier<List<Peer>> opening) {
        try {
            opened.addAll(opening.get());
        } catch (RuntimeException e) {
            complaints.add("left out: " + name + ": " + e);
        }
    }
}
