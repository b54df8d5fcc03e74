package dev.kindred.benchmarks.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A separate JVM with a small heap for one peer. Confined to one thread. */
public final class Fork implements AutoCloseable {

    /** The prefix of responses, which separates them from other output of the JVM. */
    static final String ANSWER = "answer ";

    /** The prefix of a response that reports a failure. */
    static final String FAILURE = "failed ";

    private static final int LAST_SECONDS = 10;

    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;

    private Fork(Process process) {
        this.process = process;
        questions = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a JVM like this one, with the given {@code heap}, that runs {@code main} with {@code arguments}. */
    public static Fork start(String heap, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms" + heap,
                "-Xmx" + heap,
                "-XX:+ExitOnOutOfMemoryError",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-Djava.util.logging.config.file=" + System.getProperty("java.util.logging.config.file", ""),
                "-classpath",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        try {
            return new Fork(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("The other JVM could not be started", e);
        }
    }

    /** Returns the peers of the other JVM that take part in {@code workload}. */
    public List<Contender> contenders(String workload) {
        return Arrays.stream(ask(workload + " * contenders 0").split(" ", -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> entry.split("=", 2))
                .<Contender>map(entry -> new ForkedContender(this, workload, entry[0], Task.valueOf(entry[1])))
                .toList();
    }

    /** Whether the other JVM is still running. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Sends a request and waits for the response.
     *
     * @throws ForkGoneException if the other JVM has exited
     * @throws IllegalStateException if the operation failed
     */
    String ask(String question) {
        String last = "it printed nothing";
        try {
            questions.write(question + "\n");
            questions.flush();
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(ANSWER + FAILURE)) {
                    throw new IllegalStateException(line.substring(ANSWER.length() + FAILURE.length()));
                }
                if (line.startsWith(ANSWER)) {
                    return line.substring(ANSWER.length());
                }
                last = line;
            }
        } catch (IOException e) {
            throw new ForkGoneException(last, e);
        }
        throw new ForkGoneException(last, null);
    }

    /** Stops the other JVM. */
    @Override
    public void close() {
        try {
            questions.close();
        } catch (IOException e) {
            // The other JVM has already exited.
            process.destroy();
        }
        try {
            if (!process.waitFor(LAST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
