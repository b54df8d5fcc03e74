package dev.kindred.it.support;

import java.io.IOException;
import java.net.Socket;

/** Configures and closes the sockets of a proxy. Safe for use by many threads: it has no state. */
final class Sockets {

    private Sockets() {}

    /** Disables Nagle's algorithm, as the database does for its sockets. */
    static Socket prompt(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** Closes with a reset: the other side reads "connection reset". */
    static void reset(Socket socket) {
        DroppedErrors.socketsBreak();
        try {
            if (!socket.isClosed()) {
                socket.setSoLinger(true, 0);
                socket.close();
            }
        } catch (IOException alreadyGone) {
            // The socket is closed in any case.
        }
    }
}
