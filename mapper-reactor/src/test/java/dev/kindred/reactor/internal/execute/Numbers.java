package dev.kindred.reactor.internal.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/** Rows from 1 in chunks of a size, until there are as many as there should be. */
class Numbers implements ChunkStream.Chunks<Integer> {

    private final int size;
    private final int total;
    final AtomicInteger read = new AtomicInteger();
    final List<List<Integer>> completed = new ArrayList<>();

    Numbers(int size, int total) {
        this.size = size;
        this.total = total;
    }

    @Override
    public boolean hasNext() {
        return read.get() * size < total;
    }

    @Override
    public Mono<List<Integer>> next() {
        return Mono.fromSupplier(() -> {
            int from = read.getAndIncrement() * size;
            return IntStream.rangeClosed(from + 1, Math.min(from + size, total))
                    .boxed()
                    .toList();
        });
    }

    @Override
    public boolean readsAhead() {
        return false;
    }

    @Override
    public Mono<Void> complete(List<Integer> chunk) {
        return Mono.fromRunnable(() -> completed.add(chunk));
    }
}
