package dev.kindred.benchmarks.peer;

import dev.kindred.benchmarks.harness.Contender;
import dev.kindred.benchmarks.harness.Pgbench;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import dev.kindred.benchmarks.harness.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The scripts of {@code pgbench}, with the same statements and rows as the other peers. */
public final class PgbenchScripts {

    private PgbenchScripts() {}

    /** Returns the contender of {@code workload}, or empty if the program has no script for it or is not installed. */
    public static Optional<Contender> contender(Login login, Workload workload) {
        Optional<String> script =
                Optional.ofNullable(scripts().get(workload.tasks().get(0)));
        return script.flatMap(
                text -> Pgbench.find().map(program -> new Pgbench(program, environment(login), workload, file(text))));
    }

    private static Map<Task, String> scripts() {
        return Map.of(
                Task.FIND,
                "\\set id random(1, " + Turns.USERS + ")\n" + Sql.FIND.replace("$1", ":id") + ";\n",
                Task.INSERT,
                "\\set n random(1, 1000000000)\n" + insert() + ";\n",
                Task.LIST,
                "\\set id random(0, " + (Turns.USERS - Turns.PAGE) + ")\n\\set size " + Turns.PAGE + "\n"
                        + Sql.LIST.replace("$1", ":id").replace("$2", ":size") + ";\n");
    }

    /** The program binds numbers only. The server computes the other values. */
    private static String insert() {
        return Sql.INSERT_USER
                .replace("$1", "'new' || :n::bigint || '@example.org'")
                .replace("$2", ":n::bigint % 3 <> 0")
                .replace("$3", ":n::bigint % 1000")
                .replace("$4", "gen_random_uuid()")
                .replace("$5", "now()");
    }

    private static Map<String, String> environment(Login login) {
        return Map.of(
                "PGHOST", login.host(),
                "PGPORT", Integer.toString(login.port()),
                "PGDATABASE", login.database(),
                "PGUSER", login.user(),
                "PGPASSWORD", login.password());
    }

    private static Path file(String script) {
        try {
            Path file = Files.createTempFile("kindred-pgbench", ".sql");
            file.toFile().deleteOnExit();
            return Files.writeString(file, script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
