package dev.kindred.it.boot.load;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The application in a JVM of its own. */
final class Server implements AutoCloseable {

    private final Process process;
    private final URI root;

    private Server(Process process, URI root) {
        this.process = process;
        this.root = root;
    }

    static Server start(String databaseUrl, Path folder) throws Exception {
        Path errors = Files.createFile(folder.resolve("errors.txt"));
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadApplication.class.getName(),
                        "--spring.r2dbc.url=" + databaseUrl,
                        "--spring.flyway.enabled=false",
                        "--kindred.pool.max-size=8",
                        "--server.port=0"))
                .redirectError(errors.toFile())
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(LoadApplication.PORT)) {
                return new Server(
                        process, URI.create("http://127.0.0.1:" + line.substring(LoadApplication.PORT.length())));
            }
        }
        throw new IllegalStateException("Exit " + process.waitFor() + ": " + Files.readString(errors));
    }

    URI page(String path) {
        return root.resolve(path);
    }

    Duration cpuTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
