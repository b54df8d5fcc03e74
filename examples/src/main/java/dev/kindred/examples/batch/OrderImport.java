package dev.kindred.examples.batch;

import dev.kindred.examples.entity.User_;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Imports the users of a file with their orders and the lines of these orders. Each chunk is one transaction: its rows
 * and the import progress. A job that is killed at any moment has therefore stored whole chunks, and the next job
 * resumes after them. A chunk has a fixed number of rows, whatever the number of orders of a user.
 */
public final class OrderImport {

    static final int CHUNK = 1000;

    private final ReactiveMapper mapper;
    private final OrderFile file;

    /** Imports {@code file} with {@code mapper}. */
    public OrderImport(ReactiveMapper mapper, OrderFile file) {
        this.mapper = mapper;
        this.file = file;
    }

    /**
     * Imports the rows that are not stored yet. Emits the number of stored rows after each chunk. At most two chunks
     * are in memory: the one that is written, and the next one. A wrong row of the next chunk is an error after the
     * first one is stored.
     */
    public Flux<Long> run() {
        return imported()
                .flatMapMany(done -> Flux.concat(
                        Mono.just(done), file.rows(done).buffer(CHUNK).concatMapDelayError(this::store, false, 1)));
    }

    /** Returns the number of stored rows of the file. */
    public Mono<Long> imported() {
        return progress().map(ImportProgress::importedRows);
    }

    /** One statement for each kind of row. The keys of the stored rows are in row order. */
    private Mono<Long> store(List<FileRow> rows) {
        return progress()
                .map(before -> new Chunk(rows, before))
                .flatMap(this::store)
                .map(ImportProgress::importedRows)
                .as(mapper::transactional);
    }

    private Mono<ImportProgress> store(Chunk chunk) {
        return mapper.insertAll(chunk.users(), User_.PROFILE, chunk.profiles())
                .collectList()
                .flatMap(users -> mapper.insertAll(chunk.orders(users))
                        .collectList()
                        .flatMap(orders ->
                                mapper.insertAll(chunk.lines(orders)).then(mapper.upsert(chunk.after(users, orders)))));
    }

    private Mono<ImportProgress> progress() {
        return mapper.find(ImportProgress.class, name()).defaultIfEmpty(new ImportProgress(name(), 0, null, null));
    }

    private String name() {
        return file.path().getFileName().toString();
    }
}
