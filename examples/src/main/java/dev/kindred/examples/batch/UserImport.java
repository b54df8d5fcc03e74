package dev.kindred.examples.batch;

import dev.kindred.examples.entity.Profile;
import dev.kindred.examples.entity.User;
import dev.kindred.examples.entity.User_;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Imports the users of a file with their profiles. Each chunk is one transaction: the users, their profiles and the
 * import progress. A job that is killed at any moment has therefore stored whole chunks, and the next job resumes after
 * them.
 */
public final class UserImport {

    private static final int CHUNK = 1000;

    private final ReactiveMapper mapper;
    private final UserFile file;

    /** Imports {@code file} with {@code mapper}. */
    public UserImport(ReactiveMapper mapper, UserFile file) {
        this.mapper = mapper;
        this.file = file;
    }

    /** Imports the rows that are not stored yet. Emits the number of stored rows after each chunk. */
    public Flux<Long> run() {
        return imported()
                .flatMapMany(done -> Flux.concat(
                        Mono.just(done),
                        file.rows(done)
                                .buffer(CHUNK)
                                .index()
                                .concatMap(chunk -> store(chunk.getT2(), done + chunk.getT1() * CHUNK))));
    }

    /** Returns the number of stored rows of the file. */
    public Mono<Long> imported() {
        return mapper.find(ImportProgress.class, name())
                .map(ImportProgress::importedRows)
                .defaultIfEmpty(0L);
    }

    private Mono<Long> store(List<UserRow> rows, long before) {
        return mapper.insertAll(users(rows), User_.PROFILE, profileOf(rows))
                .then(mapper.upsert(new ImportProgress(name(), before + rows.size())))
                .map(ImportProgress::importedRows)
                .as(mapper::transactional);
    }

    private static Flux<User> users(List<UserRow> rows) {
        return Flux.fromIterable(rows).map(row -> User.of(row.email()));
    }

    /** The users are in row order. A row without a name is a user without a profile. */
    private static Function<User, @Nullable Profile> profileOf(List<UserRow> rows) {
        var next = rows.iterator();
        return user -> {
            UserRow row = next.next();
            return row.name().isEmpty() ? null : Profile.of(user, row.name(), row.telephone(), row.locale());
        };
    }

    private String name() {
        return file.path().getFileName().toString();
    }
}
