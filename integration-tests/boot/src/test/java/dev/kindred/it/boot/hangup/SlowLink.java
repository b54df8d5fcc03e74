package dev.kindred.it.boot.hangup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A TCP proxy in front of a database that delays each packet and counts the packets. An action can run right after a
 * certain packet. Thread-safe.
 */
final class SlowLink implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final String host;
    private final int port;
    private final Duration delay;
    private final ServerSocket listener;
    private final AtomicLong packets = new AtomicLong();
    private volatile @Nullable Trigger trigger;

    private SlowLink(String host, int port, Duration delay) throws IOException {
        this.host = host;
        this.port = port;
        this.delay = delay;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** Starts a proxy that delays each packet by {@code delay}. */
    static SlowLink to(String host, int port, Duration delay) {
        try {
            SlowLink link = new SlowLink(host, port, delay);
            start(link::accept);
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException("The proxy could not listen", e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Returns the number of packets that were delivered, in both directions. */
    long packets() {
        return packets.get();
    }

    /** Runs {@code action} once, right after the delivery of the given number of further packets. */
    void afterPackets(long number, Runnable action) {
        trigger = new Trigger(packets.get() + number, action);
    }

    /** Removes an action that has not run. */
    void forget() {
        trigger = null;
    }

    /** Stops to listen. Connections end with their clients. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The proxy could not stop to listen", e);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(host, port);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                forward(client, server);
                forward(server, client);
            } catch (IOException e) {
                // The proxy was closed, or one connection failed.
            }
        }
    }

    private void forward(Socket from, Socket to) {
        BlockingQueue<Packet> underWay = new LinkedBlockingQueue<>();
        start(() -> read(from, underWay));
        start(() -> deliver(underWay, to));
    }

    private void read(Socket from, BlockingQueue<Packet> underWay) {
        byte[] buffer = new byte[BUFFER];
        try (from) {
            InputStream in = from.getInputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                underWay.add(new Packet(System.nanoTime() + delay.toNanos(), Arrays.copyOf(buffer, count)));
            }
        } catch (IOException e) {
            // The connection has ended.
        } finally {
            underWay.add(new Packet(System.nanoTime(), new byte[0]));
        }
    }

    /** Closes both sides after the last packet. */
    private void deliver(BlockingQueue<Packet> underWay, Socket to) {
        try (to) {
            for (Packet packet = underWay.take(); packet.bytes.length > 0; packet = underWay.take()) {
                for (long left = packet.due - System.nanoTime(); left > 0; left = packet.due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                to.getOutputStream().write(packet.bytes);
                delivered(packets.incrementAndGet());
            }
        } catch (IOException e) {
            // The connection has ended.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void delivered(long number) {
        Trigger pending = trigger;
        if (pending != null && number == pending.number) {
            trigger = null;
            pending.action.run();
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "slow-link");
        thread.setDaemon(true);
        thread.start();
    }

    private static final class Packet {

        private final long due;
        private final byte[] bytes;

        Packet(long due, byte[] bytes) {
            this.due = due;
            this.bytes = bytes;
        }
    }

    private record Trigger(long number, Runnable action) {}
}
