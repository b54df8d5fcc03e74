package dev.kindred.examples.batch;

import dev.kindred.examples.data.Schema;
import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * Runs the job in a separate process with a heap of 64 MB, kills it, starts it again, and checks that every row
 * of the file is stored exactly once. Ends with an error otherwise.
 */
public final class ImportDemo {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int KILL_AT_PERCENT = 40;
    private static final String MEMORY = "64m";

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final OrderFile file;

    ImportDemo(OrderFile file) {
        this.file = file;
    }

    /**
     * Reads three system properties:
     * <ul>
     * <li>{@code kindred.import.rows}: the number of rows of the generated file. Default: 200,000.
     * <li>{@code kindred.import.file}: an existing file to use instead.
     * <li>{@code kindred.import.url}: an existing database. The job then runs once, resumes an earlier import, and the
     * result is not checked.
     * </ul>
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        long rows = Long.getLong("kindred.import.rows", 200_000);
        String given = System.getProperty("kindred.import.file", "");
        OrderFile file = new OrderFile(given.isEmpty() ? Path.of("target", "orders-" + rows + ".csv") : Path.of(given));
        if (given.isEmpty()) {
            try (ProgressBar bar = bar("Generating orders", rows)) {
                file.createIfAbsent(rows, bar::stepBy);
                bar.stepTo(rows);
            }
        }
        String url = System.getProperty("kindred.import.url", "");
        if (url.isEmpty()) {
            new ImportDemo(file).run();
        } else {
            ImportJob.run(url, file);
        }
    }

    void run() throws IOException, InterruptedException {
        long rows = file.count();
        try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
            database.execute(Schema.script());
            Process job = start(database);
            awaitImported(database, job, rows * KILL_AT_PERCENT / 100);
            job.destroyForcibly().waitFor();
            out.printf("%nKilled. %,d of %,d rows are stored.%n", imported(database), rows);
            if (imported(database) >= rows) {
                throw new IllegalStateException("The job ended before it was killed; use more rows");
            }
            Process again = start(database);
            if (!again.waitFor(PATIENCE.toMinutes(), TimeUnit.MINUTES) || again.exitValue() != 0) {
                throw new IllegalStateException("The resumed job failed");
            }
            verify(database, rows);
        }
    }

    private Process start(PostgresDatabase database) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(
                        java,
                        "-Xmx" + MEMORY,
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        ImportJob.class.getName(),
                        database.r2dbcUrl(),
                        file.path().toString()))
                .directory(new File("").getAbsoluteFile())
                .inheritIO()
                .start();
    }

    private static void awaitImported(PostgresDatabase database, Process job, long rows) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (imported(database) < rows) {
            if (!job.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("The job ended before it was killed");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static long imported(PostgresDatabase database) {
        return database.queryLong("select coalesce(max(imported_rows), 0) from import_progress");
    }

    private void verify(PostgresDatabase database, long rows) {
        long users = database.queryLong("select count(*) from users");
        long orders = database.queryLong("select count(*) from orders");
        long lines = database.queryLong("select count(*) from lines");
        long wrong = database.queryLong("""
                select count(*) from orders o where user_id is null or total <>
                    (select sum(quantity * price) from lines l where l.order_id = o.id)
                """);
        out.printf("%n%,d users, %,d orders, %,d lines. ", users, orders, lines);
        // The address of a user and the number of an order are unique, so each of these rows is a different one.
        if (users + orders + lines != rows || wrong > 1) {
            throw new IllegalStateException("The file has " + rows + " rows; " + wrong + " orders lack a line");
        }
        out.println("No row is lost, no row is duplicated.");
    }

    private static ProgressBar bar(String task, long max) {
        return new ProgressBarBuilder().setTaskName(task).setInitialMax(max).build();
    }
}
