package dev.kindred.benchmarks;

import static java.util.Objects.requireNonNull;

import dev.kindred.benchmarks.harness.Fork;
import dev.kindred.benchmarks.harness.ForkedWorkload;
import dev.kindred.benchmarks.peer.Login;
import java.util.ArrayList;
import java.util.List;

/** The main class of a JVM with one peer, for the workloads with a small heap. */
public final class ForkedPeer {

    private static final String HEAP = "64m";

    private ForkedPeer() {}

    /** Opens the peer {@code peer=name} and runs commands from the standard input. */
    public static void main(String[] arguments) {
        System.setProperty("jmh.ignoreLock", "true");
        Options options = Options.parse(arguments);
        Login login = Login.parse(options.text("login").orElse(""));
        try (Peers peers = Peers.open(login, options, options.text("peer").orElse(""))) {
            peers.complaints().forEach(System.err::println);
            new ForkedWorkload(Series.streams(), peers.wanted()).serve();
        }
        System.exit(0);
    }

    static Fork start(Options options, Login login, int users, String peer) {
        List<String> arguments = new ArrayList<>();
        options.values().forEach((name, value) -> arguments.add(name + "=" + requireNonNull(value)));
        arguments.add("login=" + login.format());
        arguments.add("users=" + users);
        arguments.add("peer=" + peer);
        return Fork.start(HEAP, ForkedPeer.class, arguments);
    }
}
