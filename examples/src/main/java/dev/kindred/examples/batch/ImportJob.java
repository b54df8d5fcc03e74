package dev.kindred.examples.batch;

import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import io.r2dbc.pool.ConnectionPool;
import java.nio.file.Path;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** The command-line job. It imports a file into a database, shows a progress bar, and resumes an interrupted import. */
public final class ImportJob {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private ImportJob() {}

    /** Takes two arguments: the URL of the database, {@code r2dbc:postgresql://…}, and the path of the file. */
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("Usage: ImportJob <url of the database> <path of the file>");
        }
        run(arguments[0], new OrderFile(Path.of(arguments[1])));
    }

    /** A main method must wait for the end, so this is the only place of the job that blocks. */
    static void run(String url, OrderFile file) {
        ConnectionPool pool = Connections.pool(url);
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("Importing " + file.path().getFileName())
                .setInitialMax(file.count())
                .build()) {
            new OrderImport(ReactiveMapper.create(pool), file)
                    .run()
                    .doOnNext(bar::stepTo)
                    .blockLast(PATIENCE);
        } finally {
            pool.disposeLater().block(PATIENCE);
        }
    }
}
