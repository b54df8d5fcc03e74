package dev.kindred.it.chaos;

import dev.kindred.it.chaos.Claim.Rows;
import dev.kindred.it.chaos.Errors.Scope;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.transaction.TransactionOptions;
import java.util.List;
import reactor.core.publisher.Mono;

/** Writes in transactions of the mapper. Safe for use by many threads. */
final class TransactionWrites {

    private static final TransactionOptions REPEATED =
            TransactionOptions.defaults().retry(3);
    private static final String ADD =
            "update accounts set balance = balance + :delta, version = version + 1 where id = :id";

    private final ReactiveMapper mapper;

    TransactionWrites(ReactiveMapper mapper) {
        this.mapper = mapper;
    }

    List<Kind> kinds() {
        return List.of(
                Kind.of("transfer", 50, this::transfer),
                Kind.of("transfer of entities", 20, this::transferOfEntities),
                Kind.of("savepoint", 25, this::savepoint),
                Kind.of("requiresNew", 10, this::requiresNew));
    }

    /** The accounts are in random order, so that there are deadlocks. */
    private Mono<?> transfer(Draw draw) {
        long from = draw.account();
        long to = draw.accountAfter(from);
        long delta = 1L + draw.random().nextInt(100);
        Mono<?> work = add(mapper, from, -delta)
                .then(mapper.insert(Entry.of(draw.op(), 0, from, -delta)))
                .then(add(mapper, to, delta))
                .then(mapper.insert(Entry.of(draw.op(), 1, to, delta)));
        return draw.rows("transfer", Scope.TRANSACTION, 2, mapper.transactional(work, REPEATED));
    }

    static Mono<Long> add(ReactiveMapper mapper, long account, long delta) {
        return mapper.sql(ADD).bind("delta", delta).bind("id", account).execute();
    }

    /** A concurrent change of an account is a {@code StaleVersionException}. */
    private Mono<?> transferOfEntities(Draw draw) {
        long from = draw.account();
        long to = draw.accountAfter(from);
        Mono<?> work = change(draw, 0, from, -1).then(change(draw, 1, to, 1));
        return draw.rows("transfer of entities", Scope.TRANSACTION, 2, mapper.transactional(work, REPEATED));
    }

    private Mono<Entry> change(Draw draw, int part, long id, long delta) {
        return mapper.get(Account.class, id)
                .flatMap(account ->
                        mapper.update(new Account(id, account.balance() + delta, account.version(), account.entries())))
                .flatMap(account -> mapper.related(account, Account_.ENTRIES)
                        .create(Entry.of(draw.op(), part, account.id(), delta)));
    }

    /** The rows of the savepoint are rolled back. */
    private Mono<?> savepoint(Draw draw) {
        Mono<?> failing = mapper.insert(Note.of(draw.op(), 98))
                .then(mapper.insertAll(Note.all(draw.op(), 1)).then())
                .then(Mono.error(new Rejected()))
                .as(mapper::transactional)
                .onErrorResume(Rejected.class, rejected -> Mono.empty());
        Mono<?> nested = mapper.insert(Note.of(draw.op(), 1)).as(mapper::transactional);
        Mono<?> work = mapper.insert(Note.of(draw.op(), 0))
                .then(failing)
                .then(nested)
                .then(mapper.insert(Note.of(draw.op(), 2)));
        return draw.rows("savepoint", Scope.TRANSACTION, 3, mapper.transactional(work));
    }

    private Mono<?> requiresNew(Draw draw) {
        Mono<?> own = draw.ledger()
                .recorded(
                        draw.second(),
                        "requiresNew",
                        Scope.TRANSACTION,
                        List.of(new Rows(2)),
                        mapper.insertAll(Note.all(draw.second(), 2)).then().as(mapper::requiresNew));
        Mono<?> work = mapper.insert(Note.of(draw.op(), 0)).then(own).then(mapper.insert(Note.of(draw.op(), 1)));
        return draw.rows("around requiresNew", Scope.TRANSACTION, 2, mapper.transactional(work));
    }

    /** Ends a savepoint. */
    static final class Rejected extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Rejected() {
            super("rejected", null, false, false);
        }
    }
}
