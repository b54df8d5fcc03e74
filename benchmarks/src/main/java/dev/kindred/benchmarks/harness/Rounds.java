package dev.kindred.benchmarks.harness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;

/**
 * Measures contenders in rounds: in each round every one is measured once, in an order drawn anew, so that what disturbs the machine disturbs
 * all alike. One more round comes first and does not count: there each meets what the warm-up of the others made of the code they share.
 */
public final class Rounds {

    private final int count;
    private final long windowMillis;
    private final long warmUpMillis;
    private final Random random = new Random(42);

    /** Makes {@code count} rounds of windows of {@code windowMillis}, after {@code warmUpMillis} for each contender. */
    public Rounds(int count, long windowMillis, long warmUpMillis) {
        this.count = count;
        this.windowMillis = windowMillis;
        this.warmUpMillis = warmUpMillis;
    }

    /**
     * Measures {@code contenders}.
     *
     * @param tidyUp removes what was written, before each window
     * @param failed is told of each one that failed and is not measured any further
     * @return for each of the others its samples, one a round
     */
    public Map<String, List<Sample>> run(
            List<Contender> contenders, Runnable tidyUp, BiConsumer<Contender, IllegalStateException> failed) {
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        List<Contender> order = new ArrayList<>();
        for (Contender contender : contenders) {
            tidyUp.run();
            try {
                contender.warmUp(warmUpMillis);
                samples.put(contender.name(), new ArrayList<>());
                order.add(contender);
            } catch (IllegalStateException e) {
                failed.accept(contender, e);
            }
        }
        for (int round = 0; round <= count; round++) {
            Collections.shuffle(order, random);
            for (Contender contender : List.copyOf(order)) {
                tidyUp.run();
                try {
                    Sample sample = contender.measure(windowMillis);
                    if (round > 0) {
                        samples.getOrDefault(contender.name(), List.of()).add(sample);
                    }
                } catch (IllegalStateException e) {
                    order.remove(contender);
                    samples.remove(contender.name());
                    failed.accept(contender, e);
                }
            }
        }
        return samples;
    }
}
