package dev.kindred.it.random;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Random queries over relations to many rows, compared with a model in memory, on a pool of one connection. {@code
 * -Dkindred.queries.rounds} sets the number of queries, and {@code -Dkindred.queries.seed} repeats them.
 */
class RandomQueriesIntegrationTests {

    private static final int QUERIES = Integer.getInteger("kindred.queries.rounds", 400);
    private static final int QUERIES_OF_A_WORLD = 50;
    private static final long SEED = Long.getLong("kindred.queries.seed", System.nanoTime());

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(World.TABLES);

    private final StatementRecorder recorder = new StatementRecorder();

    @Test
    @Timeout(3600)
    void eachResultIsThatOfTheModel() {
        System.out.println("Random queries: seed " + SEED);
        Random random = new Random(SEED);
        // Large and small lists of siblings.
        ReactiveMapper large =
                ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
        ReactiveMapper small = ReactiveMapper.builder(database.newPool(1))
                .listener(recorder)
                .siblingRows(3)
                .siblingBatchSize(2)
                .build();
        Domain domain = new Domain(new World(random));
        for (int i = 0; i < QUERIES; i++) {
            if (i % QUERIES_OF_A_WORLD == 0) {
                World world = new World(random);
                database.postgres().execute(World.EMPTY + ";" + world.inserts());
                domain = new Domain(world);
                domain.load(large);
            }
            recorder.clear();
            try {
                new Queries(random.nextInt(4) == 0 ? small : large, domain, new Chooser(random)).runOne();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "Query " + i + " of the seed " + SEED + ", " + String.join("\n", recorder.texts()), e);
            }
        }
    }
}
