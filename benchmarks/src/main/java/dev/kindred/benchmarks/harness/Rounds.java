package dev.kindred.benchmarks.harness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;

/**
 * Measures contenders in rounds. Each round measures each contender once, in a new random order, so that a disturbance
 * of the machine affects all contenders equally. The first round is discarded. In it, each contender runs shared code
 * that the warm-up of the others has changed.
 */
public final class Rounds {

    private final int count;
    private final long windowMillis;
    private final long warmUpMillis;
    private final Random random = new Random(42);

    /**
     * Configures {@code count} rounds with windows of {@code windowMillis}, after a warm-up of {@code warmUpMillis} for
     * each contender.
     */
    public Rounds(int count, long windowMillis, long warmUpMillis) {
        this.count = count;
        this.windowMillis = windowMillis;
        this.warmUpMillis = warmUpMillis;
    }

    /**
     * Measures {@code contenders}.
     *
     * @param tidyUp removes written rows, before each window
     * @param failed receives each contender that failed; it is not measured any further
     * @return the samples of all other contenders, one for each round
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
