package dev.kindred.it.fault;

import static dev.kindred.it.fault.Operation.of;

import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.query.PageRequest;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.OrphanPolicy;
import dev.kindred.reactor.transaction.Isolation;
import dev.kindred.reactor.transaction.ReactiveTransaction;
import dev.kindred.reactor.transaction.TransactionOptions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is swept: every kind of public operation. */
final class Operations {

    private static final User STORED = new User(1L, "text 1", null);
    private static final Profile CHILD = new Profile(1L, 1L, "text 1", null, "en", null, null);

    /** Those that stand for the others when two faults come together. */
    private static final Set<String> DEEP = Set.of(
            "find",
            "preload",
            "handles",
            "handles in a transaction",
            "first or create in a transaction",
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
        return Stream.of(reads(), handles(), writes(), relations(), owners(), manyRows(), transactions(), nested())
                .flatMap(List::stream);
    }

    private static List<Operation> reads() {
        return List.of(
                of("find", mapper -> mapper.find(User.class, 1L)),
                of("all", mapper -> mapper.from(User.class).all()).answered(sql -> 2),
                of("count", mapper -> mapper.from(User.class).count()),
                of("exists", mapper -> mapper.from(User.class).exists()),
                of("stream", mapper -> mapper.from(User.class).stream(2)).answered("SELECT", 2, 1),
                of(
                        "page",
                        mapper ->
                                mapper.from(User.class).orderBy(User_.ID.asc()).page(PageRequest.of(0, 1))),
                of(
                        "raw SQL",
                        mapper -> mapper.sql("update users set email = :to")
                                .bind("to", "x")
                                .execute()),
                of("schema", mapper -> mapper.schema(User.class, Profile.class).create()));
    }

    private static List<Operation> handles() {
        return List.of(
                of(
                                "preload",
                                mapper -> mapper.from(User.class)
                                        .preload(User_.PROFILE)
                                        .all())
                        .answered(sql -> 2),
                of(
                        "two preloads",
                        mapper -> mapper.from(Profile.class)
                                .preload(Profile_.USER)
                                .preload(Profile_.AVATAR)
                                .all()),
                of("preload at hand", mapper -> mapper.preload(List.of(STORED), User_.PROFILE)),
                of("handles", mapper -> mapper.from(User.class).all().flatMap(User::profile))
                        .answered(sql -> 2),
                of(
                                "handles in a transaction",
                                mapper -> mapper.from(User.class)
                                        .all()
                                        .flatMap(User::profile)
                                        .as(mapper::transactional))
                        .answered(sql -> 2),
                of("relation", mapper -> mapper.related(STORED, User_.PROFILE).get()));
    }

    private static List<Operation> writes() {
        return List.of(
                of("insert", mapper -> mapper.insert(User.of("new"))),
                of("update", mapper -> mapper.update(STORED)),
                of("delete", mapper -> mapper.delete(STORED)),
                of("upsert", mapper -> mapper.upsert(STORED)),
                of(
                        "save with child",
                        mapper -> mapper.save(User.of("new"), User_.PROFILE.with(Profile.of(null, "child")))),
                of("save with stored child", mapper -> mapper.save(STORED, User_.PROFILE.with(CHILD))));
    }

    private static List<Operation> relations() {
        return List.of(
                of("create", mapper -> mapper.related(STORED, User_.PROFILE).create(Profile_.NAME.set("x"))),
                of(
                        "create with parent",
                        mapper -> mapper.related(User.of("new"), User_.PROFILE).create(Profile_.NAME.set("x"))),
                of("first", mapper -> mapper.related(STORED, User_.PROFILE).firstOrCreate(Profile_.NAME.set("x"))),
                of(
                                "first or create",
                                mapper -> mapper.related(STORED, User_.PROFILE).firstOrCreate(Profile_.NAME.set("x")))
                        .answered("SELECT", 0, 1),
                of(
                                "first or create in a transaction",
                                mapper -> mapper.related(STORED, User_.PROFILE)
                                        .firstOrCreate(Profile_.NAME.set("x"))
                                        .as(mapper::transactional))
                        .answered("SELECT", 0, 1),
                of(
                                "update or create",
                                mapper -> mapper.related(STORED, User_.PROFILE).updateOrCreate(Profile_.NAME.set("x")))
                        .answered("UPDATE", 0, 1),
                of("replace", mapper -> mapper.related(STORED, User_.PROFILE).replace(Profile.of(null, "x"))),
                of(
                        "replace and orphan",
                        mapper -> mapper.related(STORED, User_.PROFILE)
                                .replace(Profile.of(null, "x"), OrphanPolicy.SET_NULL)),
                of(
                        "associate child",
                        mapper -> mapper.related(STORED, User_.PROFILE).associate(CHILD)),
                of(
                        "delete child",
                        mapper -> mapper.related(STORED, User_.PROFILE).delete()));
    }

    private static List<Operation> owners() {
        return List.of(
                of("associate", mapper -> mapper.related(CHILD, Profile_.USER).associate(STORED)),
                of(
                        "associate with new owner",
                        mapper -> mapper.related(CHILD, Profile_.USER).associate(User.of("new"))),
                of("dissociate", mapper -> mapper.related(CHILD, Profile_.USER).dissociate()));
    }

    private static List<Operation> manyRows() {
        Flux<User> three = Flux.range(0, 3).map(i -> User.of("new"));
        ChunkOptions two = ChunkOptions.defaults().ofSize(2);
        return List.of(
                of("insert all", mapper -> mapper.insertAll(three, two)).answered("INSERT", 2, 1),
                of("insert all at once", mapper -> mapper.insertAll(three, two.inOneTransaction()))
                        .answered("INSERT", 2, 1),
                of(
                                "insert all with children",
                                mapper ->
                                        mapper.insertAll(three, User_.PROFILE, user -> Profile.of(null, "child"), two))
                        .answered("INSERT", 2, 2, 1, 1),
                of("update all", mapper -> mapper.updateAll(Flux.just(STORED))),
                of("delete all", mapper -> mapper.deleteAll(Flux.just(STORED))));
    }

    private static List<Operation> transactions() {
        return List.of(
                of(
                        "transaction",
                        mapper -> mapper.insert(User.of("new"))
                                .then(mapper.find(User.class, 1L))
                                .as(mapper::transactional)),
                of("empty transaction", mapper -> mapper.transactional(Mono.empty())),
                of(
                        "transaction of statements at once",
                        mapper -> Flux.range(0, 3)
                                .flatMap(i -> mapper.insert(User.of("new")))
                                .as(mapper::transactional)),
                of(
                        "transaction to be rolled back",
                        mapper -> mapper.insert(User.of("new"))
                                .delayUntil(user ->
                                        mapper.currentTransaction().doOnNext(ReactiveTransaction::setRollbackOnly))
                                .as(mapper::transactional)),
                of(
                        "transaction with callbacks",
                        mapper -> mapper.insert(User.of("new"))
                                .delayUntil(user -> mapper.currentTransaction().doOnNext(current -> {
                                    current.afterCommit(mapper.find(User.class, 1L));
                                    current.afterRollback(mapper.find(User.class, 1L));
                                }))
                                .as(mapper::transactional)),
                of(
                        "retried transaction",
                        mapper -> mapper.transactional(
                                mapper.insert(User.of("new")),
                                TransactionOptions.defaults()
                                        .isolation(Isolation.SERIALIZABLE)
                                        .retry(1))));
    }

    private static List<Operation> nested() {
        return List.of(
                of(
                        "savepoint",
                        mapper -> mapper.insert(User.of("new"))
                                .then(mapper.insert(User.of("nested")).as(mapper::transactional))
                                .as(mapper::transactional)),
                of(
                        "handled savepoint",
                        mapper -> mapper.insert(User.of("nested"))
                                .as(mapper::transactional)
                                .onErrorResume(error -> Mono.empty())
                                .then(mapper.insert(User.of("after")))
                                .as(mapper::transactional)),
                of(
                        "savepoint to be rolled back",
                        mapper -> mapper.insert(User.of("nested"))
                                .delayUntil(user ->
                                        mapper.currentTransaction().doOnNext(ReactiveTransaction::setRollbackOnly))
                                .as(mapper::transactional)
                                .then(mapper.insert(User.of("after")))
                                .as(mapper::transactional)),
                of(
                        "savepoints at once",
                        mapper -> Flux.range(0, 2)
                                .flatMap(i -> mapper.insert(User.of("nested")).as(mapper::transactional))
                                .as(mapper::transactional)),
                of(
                        "requires new",
                        mapper -> mapper.insert(User.of("new"))
                                .then(mapper.requiresNew(mapper.insert(User.of("beside"))))
                                .as(mapper::transactional)));
    }
}
