package dev.kindred.examples.batch;

import dev.kindred.examples.data.Schema;
import dev.kindred.it.support.PostgresDatabase;
import dev.kindred.it.support.PostgresServer;
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
 * Runs the job in a process of its own, kills that in the middle, starts it again, and looks whether every row of the file is stored once.
 * Ends with an error when one is not.
 */
public final class ImportDemo {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int KILL_AT_PERCENT = 40;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final UserFile file;

    private ImportDemo(UserFile file) {
        this.file = file;
    }

    /**
     * Takes from system properties: {@code kindred.import.rows}, how many rows the file that it makes has, 200,000 by default;
     * {@code kindred.import.file}, a file of the user's instead; {@code kindred.import.url}, a database of the user's, into which the job is
     * run once, from where it stopped before, and which is not looked at afterwards.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        long rows = Long.getLong("kindred.import.rows", 200_000);
        String given = System.getProperty("kindred.import.file", "");
        UserFile file = new UserFile(given.isEmpty() ? Path.of("target", "users-" + rows + ".csv") : Path.of(given));
        if (given.isEmpty()) {
            try (ProgressBar bar = bar("Inventing users", rows)) {
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

    private void run() throws IOException, InterruptedException {
        long rows = file.count();
        try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
            database.execute(Schema.script());
            Process job = start(database);
            awaitImported(database, job, rows * KILL_AT_PERCENT / 100);
            job.destroyForcibly().waitFor();
            out.printf("%nKilled. %,d of %,d rows are stored.%n", imported(database), rows);
            if (imported(database) >= rows) {
                throw new IllegalStateException("The job was too fast to be killed; give it more rows");
            }
            Process again = start(database);
            if (!again.waitFor(PATIENCE.toMinutes(), TimeUnit.MINUTES) || again.exitValue() != 0) {
                throw new IllegalStateException("The job that went on did not end well");
            }
            verify(database, rows);
        }
    }

    private Process start(PostgresDatabase database) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(
                        java,
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
                throw new IllegalStateException("The job ended before it could be killed");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static long imported(PostgresDatabase database) {
        return database.queryLong("select coalesce(max(imported_rows), 0) from import_progress");
    }

    private void verify(PostgresDatabase database, long rows) {
        long users = database.queryLong("select count(*) from users");
        long distinct = database.queryLong("select count(distinct email) from users");
        long orphans = database.queryLong("select count(*) from profiles where user_id is null");
        out.printf(
                "%n%,d users, %,d different ones, %,d profiles. ",
                users, distinct, database.queryLong("select count(*) from profiles"));
        if (users != rows || distinct != rows || orphans != 0) {
            throw new IllegalStateException("The file has " + rows + " rows");
        }
        out.println("Nothing is lost, nothing is there twice.");
    }

    private static ProgressBar bar(String task, long max) {
        return new ProgressBarBuilder().setTaskName(task).setInitialMax(max).build();
    }
}
