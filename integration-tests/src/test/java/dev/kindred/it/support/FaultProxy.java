package dev.kindred.it.support;

import static java.util.Objects.requireNonNull;

import dev.kindred.it.support.Cut.Place;
import dev.kindred.test.internal.PostgresDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * A TCP proxy in front of a PostgreSQL server that simulates network faults on demand. Safe for use by many threads.
 *
 * <p>It listens on 127.0.0.1 only. Each fault applies to all current and future connections until {@link #heal()}. A
 * cut at a message requires a connection without TLS.
 */
public final class FaultProxy implements AutoCloseable {

    private static final int BACKLOG = 200;
    private static final int CONNECT_MILLIS = 5_000;

    private final InetSocketAddress server;
    private final ServerSocket listener;
    private final Weather weather = new Weather();
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private final Set<Socket> unanswered = ConcurrentHashMap.newKeySet();
    private final AtomicInteger opened = new AtomicInteger();
    private final Map<Direction, LongAdder> delivered = new EnumMap<>(Direction.class);

    private FaultProxy(InetSocketAddress server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
        for (Direction direction : Direction.values()) {
            delivered.put(direction, new LongAdder());
        }
    }

    /**
     * Starts a proxy in front of a database's server.
     *
     * @param database whose host and port to forward to
     * @return a running proxy, to be closed by the caller
     */
    public static FaultProxy before(PostgresDatabase database) {
        return before(database.host(), database.port());
    }

    /**
     * Starts a proxy in front of a server.
     *
     * @param host where to forward to
     * @param port where to forward to
     * @return a running proxy, to be closed by the caller
     */
    public static FaultProxy before(String host, int port) {
        requireNonNull(host, "host must not be null");
        try {
            ServerSocket listener = new ServerSocket(0, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
            FaultProxy proxy = new FaultProxy(new InetSocketAddress(host, port), listener);
            Thread accepting = new Thread(proxy::acceptAll, "fault-proxy-accept");
            accepting.setDaemon(true);
            accepting.start();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("The proxy could not listen", e);
        }
    }

    /**
     * Where clients connect to.
     *
     * @return {@code 127.0.0.1}
     */
    public String host() {
        return listener.getInetAddress().getHostAddress();
    }

    /**
     * Where clients connect to.
     *
     * @return a free port, chosen by the system
     */
    public int port() {
        return listener.getLocalPort();
    }

    /**
     * Delays all bytes, so that a round trip takes twice as long as this. The throughput is unchanged.
     *
     * @param oneWay the delay in each direction
     */
    public void latency(Duration oneWay) {
        if (oneWay.isNegative()) {
            throw new IllegalArgumentException("oneWay must not be negative");
        }
        weather.latency(oneWay);
    }

    /**
     * Delivers all bytes in slices, each a packet of its own.
     *
     * @param bytes the greatest length of a slice
     */
    public void slices(int bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes must be positive");
        }
        weather.slice(bytes);
    }

    /**
     * Silently delivers nothing in that direction: no bytes, no close. The bytes arrive after {@link #heal()}, like a
     * TCP retransmission.
     *
     * @param direction the direction to block
     */
    public void blackHole(Direction direction) {
        weather.blackHole(requireNonNull(direction, "direction must not be null"));
    }

    /** Blocks both directions. */
    public void blackHole() {
        for (Direction direction : Direction.values()) {
            blackHole(direction);
        }
    }

    /**
     * Accepts connections but never responds on them, like a frozen server. They stay silent, even after {@link
     * #heal()}.
     */
    public void halfOpen() {
        weather.halfOpen();
    }

    /** Ends latency, slices, black holes and half-open accepts, and removes a pending cut. */
    public void heal() {
        weather.heal();
    }

    /** Resets every connection, so that clients and server read "connection reset". New connections are accepted. */
    public void cutAll() {
        connections.forEach(ProxiedConnection::reset);
        unanswered.forEach(Sockets::reset);
        unanswered.clear();
    }

    /**
     * Cuts a connection after the next message of a type was delivered to the server. The server processes the message;
     * the client receives no response. Happens once, on the first connection that sends such a message.
     *
     * <p>A statement with binds is only committed by the Sync that follows it, {@code 'S'}. A cut after its Execute,
     * {@code 'E'}, rolls it back.
     *
     * @param type the message's first byte, for instance {@code 'Q'} for a simple query
     */
    public void cutAfterClientMessage(char type) {
        cutAfterClientMessage(type, "");
    }

    /**
     * Cuts as {@link #cutAfterClientMessage(char)} does, but only at a message with a given text.
     *
     * @param type the message's first byte
     * @param text what the first kilobyte of its body contains, for instance {@code COMMIT}
     */
    public void cutAfterClientMessage(char type, String text) {
        weather.cut(new Cut(Direction.TO_SERVER, Place.AFTER, type, requireNonNull(text, "text must not be null")));
    }

    /**
     * Cuts a connection when a message with a given text is about to be delivered to the server. The server does not
     * receive it. Happens once, on the first connection that sends such a message.
     *
     * @param type the message's first byte
     * @param text what the first kilobyte of its body contains, for instance {@code COMMIT}
     */
    public void cutBeforeClientMessage(char type, String text) {
        weather.cut(new Cut(Direction.TO_SERVER, Place.BEFORE, type, requireNonNull(text, "text must not be null")));
    }

    /**
     * Resets a connection when the server starts a message of a type. Earlier messages are delivered; this one is not.
     * Happens once, on the first connection that receives such a message.
     *
     * @param type the message's first byte, for instance {@code 'C'} for CommandComplete
     */
    public void cutBeforeServerMessage(char type) {
        weather.cut(new Cut(Direction.TO_CLIENT, Place.BEFORE, type, ""));
    }

    /**
     * Whether a cut is pending.
     *
     * @return false after the cut, or if none was requested
     */
    public boolean isCutPending() {
        return weather.isCutPending();
    }

    /**
     * The number of delivered bytes.
     *
     * @param direction the direction
     * @return the bytes delivered since the proxy was started
     */
    public long bytes(Direction direction) {
        return requireNonNull(delivered.get(requireNonNull(direction, "direction must not be null")))
                .sum();
    }

    /**
     * The number of accepted connections.
     *
     * @return the connections accepted since the proxy was started
     */
    public int connectionsOpened() {
        return opened.get();
    }

    /**
     * The number of open connections.
     *
     * @return the connections accepted and not yet ended
     */
    public int connectionsOpen() {
        return connections.size() + unanswered.size();
    }

    /** Resets all connections and stops listening. Closing twice has no effect. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The proxy could not stop listening", e);
        } finally {
            cutAll();
        }
    }

    @Override
    public String toString() {
        return "FaultProxy[" + host() + ":" + port() + " -> " + server + "]";
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                accept(listener.accept());
            } catch (IOException e) {
                // Either the proxy was closed, or one client disconnected; then accept the next.
            }
        }
    }

    private void accept(Socket client) {
        opened.incrementAndGet();
        if (weather.isHalfOpen()) {
            unanswered.add(client);
            return;
        }
        Socket upstream = new Socket();
        try {
            upstream.connect(server, CONNECT_MILLIS);
            Sockets.prompt(client);
            Sockets.prompt(upstream);
            ProxiedConnection connection =
                    new ProxiedConnection(client, upstream, weather, delivered, connections::remove);
            connections.add(connection);
            connection.start();
        } catch (IOException e) {
            Sockets.reset(client);
            Sockets.reset(upstream);
        }
        if (listener.isClosed()) {
            cutAll();
        }
    }
}
