package dev.kindred.examples.batch;

import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import io.r2dbc.pool.ConnectionPool;
import java.nio.file.Path;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** The job as a program: imports a file into a database, with a progress bar, from where it stopped before. */
public final class ImportJob {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private ImportJob() {}

    /** Takes the URL of the database, {@code r2dbc:postgresql://…}, and the path of the file. */
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("Say the URL of the database and the path of the file.");
        }
        run(arguments[0], new UserFile(Path.of(arguments[1])));
    }

    /** A main method has to wait for the end, so this is the one place of the job that blocks. */
    static void run(String url, UserFile file) {
        ConnectionPool pool = Connections.pool(url);
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("Importing " + file.path().getFileName())
                .setInitialMax(file.count())
                .build()) {
            new UserImport(ReactiveMapper.create(pool), file)
                    .run()
                    .doOnNext(bar::stepTo)
                    .blockLast(PATIENCE);
        } finally {
            pool.disposeLater().block(PATIENCE);
        }
    }
}
