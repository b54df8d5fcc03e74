package dev.kindred.it.observe;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Captures what a logger writes at level WARN. The logger of the tests writes to the standard error stream. */
final class WarnLog {

    private WarnLog() {}

    /** Returns the lines of {@code logger} while {@code work} runs. */
    static List<String> of(String logger, Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return written.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(logger))
                .toList();
    }
}
