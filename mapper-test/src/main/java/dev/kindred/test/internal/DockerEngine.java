package dev.kindred.test.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Checks whether a container engine is available, within a second. Safe for use by many threads: it has no state.
 *
 * <p>Testcontainers can check this too, but it takes long and logs a stack trace for each place that it searches. An
 * engine behind TLS or a Windows pipe is not found.
 */
final class DockerEngine {

    private static final int DEFAULT_PORT = 2375;
    private static final String PING = "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n";

    private DockerEngine() {}

    static boolean answers() {
        return addresses(System.getenv()).stream().anyMatch(DockerEngine::answers);
    }

    static List<SocketAddress> addresses(Map<String, String> environment) {
        String configured = environment.get("DOCKER_HOST");
        if (configured != null && !configured.isBlank()) {
            return configured(URI.create(configured));
        }
        Path home = Path.of(System.getProperty("user.home"));
        Stream<Path> usual = Stream.of(
                Path.of("/var/run/docker.sock"),
                home.resolve(".docker/run/docker.sock"),
                home.resolve(".docker/desktop/docker.sock"));
        Stream<Path> perUser = Stream.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                .map(directory -> Path.of(directory, "docker.sock"));
        return Stream.concat(usual, perUser)
                .filter(Files::exists)
                .<SocketAddress>map(UnixDomainSocketAddress::of)
                .toList();
    }

    private static List<SocketAddress> configured(URI uri) {
        if ("unix".equals(uri.getScheme()) && uri.getPath() != null) {
            return List.of(UnixDomainSocketAddress.of(uri.getPath()));
        }
        if ("tcp".equals(uri.getScheme()) && uri.getHost() != null) {
            return List.of(new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort()));
        }
        return List.of();
    }

    static boolean answers(SocketAddress address) {
        AtomicBoolean answered = new AtomicBoolean();
        CountDownLatch done = new CountDownLatch(1);
        try (SocketChannel channel = open(address)) {
            Thread asking = new Thread(
                    () -> {
                        answered.set(ping(channel, address));
                        done.countDown();
                    },
                    "docker-ping");
            asking.setDaemon(true);
            asking.start();
            return done.await(1, TimeUnit.SECONDS) && answered.get();
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static SocketChannel open(SocketAddress address) throws IOException {
        return address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }

    private static boolean ping(SocketChannel channel, SocketAddress address) {
        try {
            channel.connect(address);
            channel.write(ByteBuffer.wrap(PING.getBytes(US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate("HTTP/1.1 200".length());
            while (answer.hasRemaining() && channel.read(answer) >= 0) {}
            return new String(answer.array(), US_ASCII).endsWith(" 200");
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
