package dev.kindred.it.support;

import java.io.IOException;
import java.net.Socket;

/** What a proxy does to its sockets. Safe for use by many threads: it keeps no state. */
final class Sockets {

    private Sockets() {}

    /** Without waiting for more bytes, as a database's own sockets do it. */
    static Socket prompt(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** Closes without a farewell: the other side reads "connection reset". */
    static void reset(Socket socket) {
        try {
            if (!socket.isClosed()) {
                socket.setSoLinger(true, 0);
                socket.close();
            }
        } catch (IOException alreadyGone) {
            // The aim was to have it gone.
        }
    }
}
