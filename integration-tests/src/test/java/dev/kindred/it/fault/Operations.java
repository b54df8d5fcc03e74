package dev.kindred.it.fault;

import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.query.PageRequest;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.OrphanPolicy;
import dev.kindred.reactor.transaction.Isolation;
import dev.kindred.reactor.transaction.Transaction;
import dev.kindred.reactor.transaction.TransactionOptions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The swept operations: every kind of public operation. */
final class Operations {

    private static final User STORED = new User(1L, "text 1", null);
    private static final Profile CHILD = new Profile(1L, 1L, "text 1", null, "en", null, null);

    /** The operations that are tested with two faults, as representatives of the others. */
    private static final Set<String> DEEP = Set.of(
            "find",
            "preload",
            "handles",
            "handles in a transaction",
            "long lists",
            "first or create in a transaction",
            "replace all",
            "sync",
            "handles of one of several",
            "transaction",
            "transaction of statements at once",
            "transaction to be rolled back",
            "transaction with callbacks",
            "retried transaction",
            "handled savepoint",
            "savepoints at once",
            "requires new");

    private Operations() {}

    static boolean isSweptDeeply(Operation operation) {
        return DEEP.contains(operation.name());
    }

    static Stream<Operation> all() {
        return Stream.of(
                        reads(),
                        handles(),
                        ListOperations.reads(),
                        LinkOperations.reads(),
                        LinkOperations.queries(),
                        OneOfOperations.reads(),
                        writes(),
                        relations(),
                        owners(),
                        manyRows(),
                        ListOperations.single(),
                        ListOperations.whole(),
                        LinkOperations.writes(),
                        OneOfOperations.writes(),
                        transactions(),
                        nested())
                .flatMap(List::stream);
    }

    private static List<Operation> reads() {
        return List.of(
                Operation.of("find", mapper -> mapper.find(User.class, 1L)),
                Operation.of("all", mapper -> mapper.from(User.class).all()).answered(sql -> 2),
                Operation.of("count", mapper -> mapper.from(User.class).count()),
                Operation.of("exists", mapper -> mapper.from(User.class).exists()),
                Operation.of("stream", mapper -> mapper.from(User.class).stream(2))
                        .answered("SELECT", 2, 1)
                        .readingAhead(),
                Operation.of(
                                "stream with small demand",
                                mapper -> mapper.from(User.class).preload(User_.PROFILE).stream(2)
                                        .limitRate(1))
                        .answered("SELECT \"id\", \"email\"", 2, 2, 2, 1)
                        .readingAhead(),
                Operation.of(
                        "page",
                        mapper ->
                                mapper.from(User.class).orderBy(User_.ID.asc()).page(PageRequest.of(0, 1))),
                Operation.of(
                        "raw SQL",
                        mapper -> mapper.sql("update users set email = :to")
                                .bind("to", "x")
                                .execute()),
                Operation.of(
                        "schema",
                        mapper -> mapper.schema(User.class, Profile.class).create()));
    }

    private static List<Operation> handles() {
        return List.of(
                Operation.of(
                                "preload",
                                mapper -> mapper.from(User.class)
                                        .preload(User_.PROFILE)
                                        .all())
                        .answered(sql -> 2),
                Operation.of(
                        "two preloads",
                        mapper -> mapper.from(Profile.class)
                                .preload(Profile_.USER)
                                .preload(Profile_.AVATAR)
                                .all()),
                Operation.of("preload at hand", mapper -> mapper.preload(List.of(STORED), User_.PROFILE)),
                Operation.of("handles", mapper -> mapper.from(User.class).all().flatMap(User::profile))
                        .answered(sql -> 2),
                Operation.of(
                                "handles in a transaction",
                                mapper -> mapper.from(User.class)
                                        .all()
                                        .flatMap(User::profile)
                                        .as(mapper::transactional))
                        .answered(sql -> 2),
                Operation.of(
                        "relation",
                        mapper -> mapper.related(STORED, User_.PROFILE).find()));
    }

    private static List<Operation> writes() {
        return List.of(
                Operation.of("insert", mapper -> mapper.insert(User.of("new"))),
                Operation.of("update", mapper -> mapper.update(STORED)),
                Operation.of("delete", mapper -> mapper.delete(STORED)),
                Operation.of("upsert", mapper -> mapper.upsert(STORED)),
                Operation.of(
                        "save with child",
                        mapper -> mapper.save(User.of("new"), User_.PROFILE.child(Profile.of(null, "child")))),
                Operation.of("save with stored child", mapper -> mapper.save(STORED, User_.PROFILE.child(CHILD))));
    }

    private static List<Operation> relations() {
        return List.of(
                Operation.of(
                        "create",
                        mapper -> mapper.related(STORED, User_.PROFILE).create(Profile_.NAME.set("x"))),
                Operation.of(
                        "create with parent",
                        mapper -> mapper.related(User.of("new"), User_.PROFILE).create(Profile_.NAME.set("x"))),
                Operation.of(
                        "first", mapper -> mapper.related(STORED, User_.PROFILE).firstOrCreate(Profile_.NAME.set("x"))),
                Operation.of(
                                "first or create",
                                mapper -> mapper.related(STORED, User_.PROFILE).firstOrCreate(Profile_.NAME.set("x")))
                        .answered("SELECT", 0, 1),
                Operation.of(
                                "first or create in a transaction",
                                mapper -> mapper.related(STORED, User_.PROFILE)
                                        .firstOrCreate(Profile_.NAME.set("x"))
                                        .as(mapper::transactional))
                        .answered("SELECT", 0, 1),
                Operation.of(
                                "update or create",
                                mapper -> mapper.related(STORED, User_.PROFILE).updateOrCreate(Profile_.NAME.set("x")))
                        .answered("UPDATE", 0, 1),
                Operation.of(
                        "replace",
                        mapper -> mapper.related(STORED, User_.PROFILE).replace(Profile.of(null, "x"))),
                Operation.of(
                        "replace and orphan",
                        mapper -> mapper.related(STORED, User_.PROFILE)
                                .replace(Profile.of(null, "x"), OrphanPolicy.SET_NULL)),
                Operation.of(
                        "associate child",
                        mapper -> mapper.related(STORED, User_.PROFILE).associate(CHILD)),
                Operation.of(
                        "delete child",
                        mapper -> mapper.related(STORED, User_.PROFILE).delete()));
    }

    private static List<Operation> owners() {
        return List.of(
                Operation.of(
                        "associate",
                        mapper -> mapper.related(CHILD, Profile_.USER).associate(STORED)),
                Operation.of(
                        "associate with new owner",
                        mapper -> mapper.related(CHILD, Profile_.USER).associate(User.of("new"))),
                Operation.of(
                        "dissociate",
                        mapper -> mapper.related(CHILD, Profile_.USER).dissociate()));
    }

    private static List<Operation> manyRows() {
        Flux<User> three = Flux.range(0, 3).map(i -> User.of("new"));
        ChunkOptions two = ChunkOptions.defaults().size(2);
        return List.of(
                Operation.of("insert all", mapper -> mapper.insertAll(three, two))
                        .answered("INSERT", 2, 1),
                Operation.of("insert all at once", mapper -> mapper.insertAll(three, two.atomic()))
                        .answered("INSERT", 2, 1),
                Operation.of(
                                "insert all with children",
                                mapper ->
                                        mapper.insertAll(three, User_.PROFILE, user -> Profile.of(null, "child"), two))
                        .answered("INSERT", 2, 2, 1, 1),
                Operation.of("update all", mapper -> mapper.updateAll(Flux.just(STORED))),
                Operation.of("delete all", mapper -> mapper.deleteAll(Flux.just(STORED))));
    }

    private static List<Operation> transactions() {
        return List.of(
                Operation.of(
                        "transaction",
                        mapper -> mapper.insert(User.of("new"))
                                .then(mapper.find(User.class, 1L))
                                .as(mapper::transactional)),
                Operation.of("empty transaction", mapper -> mapper.transactional(Mono.empty())),
                Operation.of(
                        "transaction of statements at once",
                        mapper -> Flux.range(0, 3)
                                .flatMap(i -> mapper.insert(User.of("new")))
                                .as(mapper::transactional)),
                Operation.of(
                        "transaction to be rolled back",
                        mapper -> mapper.insert(User.of("new"))
                                .delayUntil(user -> mapper.currentTransaction().doOnNext(Transaction::setRollbackOnly))
                                .as(mapper::transactional)),
                Operation.of(
                        "transaction with callbacks",
                        mapper -> mapper.insert(User.of("new"))
                                .delayUntil(user -> mapper.currentTransaction().doOnNext(current -> {
                                    current.afterCommit(mapper.find(User.class, 1L));
                                    current.afterRollback(mapper.find(User.class, 1L));
                                }))
                                .as(mapper::transactional)),
                Operation.of(
                        "retried transaction",
                        mapper -> mapper.transactional(
                                mapper.insert(User.of("new")),
                                TransactionOptions.defaults()
                                        .isolation(Isolation.SERIALIZABLE)
                                        .retry(1))));
    }

    private static List<Operation> nested() {
        return List.of(
                Operation.of(
                        "savepoint",
                        mapper -> mapper.insert(User.of("new"))
                                .then(mapper.insert(User.of("nested")).as(mapper::transactional))
                                .as(mapper::transactional)),
                Operation.of(
                        "handled savepoint",
                        mapper -> mapper.insert(User.of("nested"))
                                .as(mapper::transactional)
                                .onErrorResume(error -> Mono.empty())
                                .then(mapper.insert(User.of("after")))
                                .as(mapper::transactional)),
                Operation.of(
                        "savepoint to be rolled back",
                        mapper -> mapper.insert(User.of("nested"))
                                .delayUntil(user -> mapper.currentTransaction().doOnNext(Transaction::setRollbackOnly))
                                .as(mapper::transactional)
                                .then(mapper.insert(User.of("after")))
                                .as(mapper::transactional)),
                Operation.of(
                        "savepoints at once",
                        mapper -> Flux.range(0, 2)
                                .flatMap(i -> mapper.insert(User.of("nested")).as(mapper::transactional))
                                .as(mapper::transactional)),
                Operation.of(
                        "requires new",
                        mapper -> mapper.insert(User.of("new"))
                                .then(mapper.requiresNew(mapper.insert(User.of("beside"))))
                                .as(mapper::transactional)));
    }
}
