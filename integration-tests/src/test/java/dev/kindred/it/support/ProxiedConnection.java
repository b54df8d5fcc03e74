package dev.kindred.it.support;

import dev.kindred.it.support.Parcel.Ending;
import java.io.IOException;
import java.net.Socket;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** A client connection, its server connection, and the two pumps between them. Safe for use by many threads. */
final class ProxiedConnection {

    private final Socket client;
    private final Socket server;
    private final List<Pump> pumps;
    private final Consumer<ProxiedConnection> onClose;
    private final Set<Direction> ended = EnumSet.noneOf(Direction.class);
    private volatile boolean cut;

    ProxiedConnection(
            Socket client,
            Socket server,
            Weather weather,
            Map<Direction, LongAdder> delivered,
            Consumer<ProxiedConnection> onClose) {
        this.client = client;
        this.server = server;
        this.onClose = onClose;
        Dialogue dialogue = new Dialogue();
        this.pumps = delivered.entrySet().stream()
                .map(entry -> new Pump(this, entry.getKey(), weather, entry.getValue(), dialogue))
                .toList();
    }

    void start() {
        pumps.forEach(Pump::start);
    }

    Socket source(Direction direction) {
        return direction == Direction.TO_SERVER ? client : server;
    }

    Socket target(Direction direction) {
        return direction == Direction.TO_SERVER ? server : client;
    }

    /** Whether the proxy cut it deliberately, after or before a message. */
    boolean isCut() {
        return cut;
    }

    /** Resets both sides, so that both read "connection reset". */
    void reset() {
        Sockets.reset(client);
        Sockets.reset(server);
        pumps.forEach(Pump::stop);
        onClose.accept(this);
    }

    /**
     * Notes that the last bytes of a direction are about to be delivered. A client that is to be cut off is closed
     * before the server gets its message; otherwise the response could be faster.
     */
    void ending(Direction direction, Ending ending) {
        if (ending == Ending.CUT && direction == Direction.TO_SERVER) {
            cut = true;
            Sockets.reset(client);
        }
    }

    /**
     * Notes that all bytes of a direction were delivered. A server whose client was cut off is not reset, so that it
     * reads everything it was sent.
     */
    void ended(Direction direction, Ending ending) throws IOException {
        if (ending == Ending.CLOSED || cut) {
            close(direction);
        } else {
            reset();
        }
    }

    private synchronized void close(Direction direction) throws IOException {
        ended.add(direction);
        if (ended.size() < pumps.size()) {
            target(direction).shutdownOutput();
            return;
        }
        client.close();
        server.close();
        onClose.accept(this);
    }
}
