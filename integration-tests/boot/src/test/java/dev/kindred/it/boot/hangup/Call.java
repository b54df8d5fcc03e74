package dev.kindred.it.boot.hangup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** One POST request on a connection of its own. For one thread at a time. */
final class Call implements AutoCloseable {

    private static final int LIMIT_MILLIS = 20_000;
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int STATUS_END = STATUS_AT + 3;

    private final Socket socket;

    private Call(Socket socket) {
        this.socket = socket;
    }

    /** Connects to the application. */
    static Call to(int port) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(LIMIT_MILLIS);
            return new Call(socket);
        } catch (IOException e) {
            throw new UncheckedIOException("The application could not be reached", e);
        }
    }

    void post(String path) {
        try {
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n")
                            .getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("The request could not be sent", e);
        }
    }

    /** Waits for the response and returns its status, or 0 if the connection ended without a response. */
    int status() {
        try {
            String head = new String(socket.getInputStream().readNBytes(STATUS_END), US_ASCII);
            return head.length() < STATUS_END ? 0 : Integer.parseInt(head.substring(STATUS_AT));
        } catch (SocketTimeoutException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("The response could not be read", e);
        }
    }

    /**
     * Closes the connection, by RST or by FIN.
     *
     * @return whether the response had arrived, with status 201
     */
    boolean hangUp(boolean byReset) {
        try (socket) {
            InputStream input = socket.getInputStream();
            byte[] arrived = input.readNBytes(input.available());
            socket.setSoLinger(byReset, 0);
            return new String(arrived, US_ASCII).startsWith("HTTP/1.1 201");
        } catch (IOException e) {
            throw new UncheckedIOException("The connection could not be closed", e);
        }
    }

    @Override
    public void close() {
        hangUp(false);
    }
}
