package dev.kindred.benchmarks.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A proxy in front of the server. It counts the traffic and can delay the requests of the clients. Safe for use by many
 * threads.
 */
public final class WireProxy implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final byte[] READY_FOR_QUERY = {'Z', 0, 0, 0, 5};

    private final String host;
    private final int port;
    private final long delayNanos;
    private final ServerSocket entrance;
    private final AtomicLong statements = new AtomicLong();
    private final AtomicLong roundTrips = new AtomicLong();

    /** Opens a proxy for the server at {@code host} and {@code port}. It adds {@code delayNanos} to each round trip. */
    public WireProxy(String host, int port, long delayNanos) {
        this.host = host;
        this.port = port;
        this.delayNanos = delayNanos;
        try {
            entrance = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free", e);
        }
        start("accept", this::accept);
    }

    /** Returns the port that clients connect to. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Returns the traffic since the proxy was opened. */
    public Traffic passed() {
        return new Traffic(statements.get(), roundTrips.get());
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The proxy could not be closed", e);
        }
    }

    private void accept() throws IOException {
        while (!entrance.isClosed()) {
            Socket client = entrance.accept();
            Socket server = new Socket(host, port);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            AtomicBoolean answered = new AtomicBoolean(true);
            BlockingQueue<Parcel> underWay = new LinkedBlockingQueue<>();
            start("read", () -> read(client, underWay, answered));
            start("deliver", () -> deliver(underWay, server));
            start("answer", () -> answer(server, client, answered));
        }
    }

    private void read(Socket client, BlockingQueue<Parcel> underWay, AtomicBoolean answered) throws IOException {
        StatementCounter counter = new StatementCounter(statements);
        byte[] buffer = new byte[BUFFER];
        try {
            for (int count = client.getInputStream().read(buffer);
                    count >= 0;
                    count = client.getInputStream().read(buffer)) {
                if (answered.getAndSet(false)) {
                    roundTrips.incrementAndGet();
                }
                counter.follow(buffer, count);
                underWay.add(new Parcel(System.nanoTime() + delayNanos, ByteBuffer.wrap(Arrays.copyOf(buffer, count))));
            }
        } finally {
            underWay.add(new Parcel(0, ByteBuffer.allocate(0)));
        }
    }

    private static void deliver(BlockingQueue<Parcel> underWay, Socket server) throws IOException {
        try (server) {
            OutputStream out = server.getOutputStream();
            for (Parcel parcel = underWay.take(); parcel.bytes().hasRemaining(); parcel = underWay.take()) {
                for (long left = parcel.due() - System.nanoTime(); left > 0; left = parcel.due() - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                out.write(parcel.bytes().array());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(Socket server, Socket client, AtomicBoolean answered) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (client) {
            for (int count = server.getInputStream().read(buffer);
                    count >= 0;
                    count = server.getInputStream().read(buffer)) {
                answered.set(isReadyForQuery(buffer, count));
                client.getOutputStream().write(buffer, 0, count);
            }
        }
    }

    /** A client that sends more before ReadyForQuery is pipelining, and does not wait for the response. */
    private static boolean isReadyForQuery(byte[] buffer, int count) {
        int start = count - READY_FOR_QUERY.length - 1;
        return start >= 0
                && Arrays.equals(
                        buffer, start, start + READY_FOR_QUERY.length, READY_FOR_QUERY, 0, READY_FOR_QUERY.length);
    }

    private static void start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // One side closed the connection, so the connection is over.
                        Thread.currentThread().interrupt();
                    }
                },
                "wire-proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private record Parcel(long due, ByteBuffer bytes) {}

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }
}
