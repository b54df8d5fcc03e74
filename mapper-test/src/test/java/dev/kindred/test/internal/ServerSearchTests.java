package dev.kindred.test.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSearchTests {

    @ParameterizedTest
    @ValueSource(strings = {"r2dbc:postgresql", "postgresql", "postgres"})
    void theEnvironmentComesFirst(String scheme) {
        String url = scheme + "://me:s%40cret%2F@db.example.org:6543/shop?sslmode=disable";
        RunningServer found = ServerSearch.find(Map.of(ServerSearch.URL_VARIABLE, url));
        assertEquals("environment", found.origin());
        assertEquals(new ServerAddress("db.example.org", 6543, "shop", "me", "s@cret/"), found.administrator());
        assertEquals(
                "r2dbc:postgresql://me:s%40cret%2F@db.example.org:6543/shop",
                found.administrator().r2dbcUrl());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://u:p@h/db", "postgresql://h/db", "postgresql://u:p@h", "postgresql://u:p@h/"})
    void otherUrlsAreRefusedWithoutShowingThePassword(String url) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> ServerAddress.parse(url));
        assertFalse(String.valueOf(refusal.getMessage()).contains(url));
        assertFalse(
                ServerAddress.parse("postgresql://u:topsecret@h/db").toString().contains("topsecret"));
    }

    @Test
    void thePortMayBeLeftOut() {
        assertEquals(5432, ServerAddress.parse("postgresql://u@h/db").port());
    }

    @Test
    void anEngineThatAnswersIsFound(@TempDir Path directory) throws IOException {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(directory.resolve("docker.sock"));
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(address);
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answer(listener));
            assertTrue(DockerEngine.answers(address));
            answered.join();
        }
        assertFalse(DockerEngine.answers(address));
    }

    @Test
    @Timeout(20)
    void anEngineThatAcceptsButNeverAnswersIsNotWaitedFor() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertFalse(DockerEngine.answers(silent.getLocalSocketAddress()));
        }
    }

    @Test
    void theConfiguredEngineIsTheOnlyOneAsked() {
        assertEquals(
                List.of(UnixDomainSocketAddress.of("/run/x.sock")),
                DockerEngine.addresses(Map.of("DOCKER_HOST", "unix:///run/x.sock")));
        assertEquals(
                "[/127.0.0.1:2375]",
                DockerEngine.addresses(Map.of("DOCKER_HOST", "tcp://127.0.0.1")).toString());
        assertEquals(List.of(), DockerEngine.addresses(Map.of("DOCKER_HOST", "npipe:////./pipe/docker_engine")));
    }

    private static void answer(ServerSocketChannel listener) {
        try (SocketChannel channel = listener.accept()) {
            channel.read(ByteBuffer.allocate(1_000));
            channel.write(ByteBuffer.wrap("HTTP/1.0 200 OK\r\n\r\nOK".getBytes(US_ASCII)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
