package dev.kindred.it.failover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that accepts connections, and then stays silent or closes them. Safe for use by many threads. */
final class Unusable implements AutoCloseable {

    private final ServerSocket socket;
    private final boolean silent;
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();

    private Unusable(ServerSocket socket, boolean silent) {
        this.socket = socket;
        this.silent = silent;
    }

    static Unusable start(boolean silent) throws IOException {
        Unusable unusable = new Unusable(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), silent);
        Thread thread = new Thread(unusable::run, "unusable-server");
        thread.setDaemon(true);
        thread.start();
        return unusable;
    }

    private void run() {
        try {
            while (true) {
                Socket client = socket.accept();
                accepted.add(client);
                if (!silent) {
                    client.close();
                }
            }
        } catch (IOException closed) {
            // The test has ended.
        }
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** Returns the number of connections that were accepted. */
    int accepted() {
        return accepted.size();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket client : accepted) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
