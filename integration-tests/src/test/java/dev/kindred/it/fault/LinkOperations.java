package dev.kindred.it.fault;

import dev.kindred.it.entity.Kennel;
import dev.kindred.it.entity.Kennel_;
import dev.kindred.it.many.Account;
import dev.kindred.it.many.Account_;
import dev.kindred.it.many.Client;
import dev.kindred.it.many.Client_;
import dev.kindred.it.many.Order_;
import dev.kindred.it.many.Seat_;
import dev.kindred.it.many.Squad;
import dev.kindred.it.many.Squad_;
import dev.kindred.it.path.Person;
import dev.kindred.it.path.Person_;
import dev.kindred.query.PageRequest;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.Link;
import dev.kindred.reactor.PivotOperations;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The swept operations on many-to-many relations, on paths, and on queries of lists. */
final class LinkOperations {

    private static final Account ACCOUNT =
            Account_.draft("text 1").set(Account_.ID, 1L).build();
    private static final Client CLIENT = new Client(1L, "text 1", "text 1", null, null, null);
    private static final Squad NEW = Squad_.draft("new").build();
    private static final ChunkOptions TWO = ChunkOptions.defaults().size(2);

    private LinkOperations() {}

    private static PivotOperations<Squad, ?> squads(ReactiveMapper mapper) {
        return mapper.related(ACCOUNT, Account_.SQUADS);
    }

    static List<Operation> reads() {
        return List.of(
                Operation.of(
                        "handles of pairs",
                        mapper -> mapper.from(Account.class).all().flatMap(Account::squads)),
                Operation.of(
                        "handles of pairs in a transaction",
                        mapper -> mapper.from(Account.class)
                                .all()
                                .flatMap(Account::squads)
                                .as(mapper::transactional)),
                Operation.of(
                                "long lists of pairs",
                                mapper -> mapper.from(Account.class).all().flatMap(Account::squads))
                        .answered(sql -> sql.contains("\"account_id\" = $1") ? 0 : 2),
                Operation.of(
                        "preload of pairs",
                        mapper -> mapper.from(Account.class)
                                .preload(Account_.SQUADS)
                                .all()),
                Operation.of(
                        "limited preload of pairs",
                        mapper -> mapper.from(Account.class)
                                .preload(Account_.SQUADS, squads -> squads.limitEach(1))
                                .all()),
                Operation.of(
                        "preload of pairs with a condition",
                        mapper -> mapper.from(Account.class)
                                .preload(Account_.SQUADS, squads -> squads.where(Squad_.NAME.eq("text 1")))
                                .all()),
                Operation.of(
                        "handles of paths",
                        mapper -> mapper.from(Person.class).all().flatMap(Person::invoices)),
                Operation.of(
                        "preload of paths",
                        mapper -> mapper.from(Person.class)
                                .preload(Person_.INVOICES, invoices -> invoices.limitEach(1))
                                .preload(Person_.BOSSES)
                                .all()));
    }

    static List<Operation> queries() {
        return List.of(
                Operation.of(
                        "query of pairs",
                        mapper -> squads(mapper)
                                .query()
                                .where(Squad_.NAME.eq("text 1"))
                                .all()),
                Operation.of("page of pairs", mapper -> squads(mapper).query().page(PageRequest.of(0, 1))),
                Operation.of("scroll of pairs", mapper -> squads(mapper).query().scroll(1)),
                Operation.of("stream of pairs", mapper -> squads(mapper).query().stream(2))
                        .answered("SELECT", 2, 1)
                        .readingAhead(),
                Operation.of("links", mapper -> squads(mapper).links()),
                Operation.of(
                        "page of a list",
                        mapper -> mapper.related(CLIENT, Client_.ORDERS).query().page(PageRequest.of(0, 1))),
                Operation.of(
                                "stream of a list",
                                mapper -> mapper.related(Kennel.class, 1L, Kennel_.DOGS).query().stream(2))
                        .answered("SELECT", 2, 1)
                        .readingAhead(),
                Operation.of(
                        "delete of some rows of a list",
                        mapper -> mapper.related(CLIENT, Client_.ORDERS).delete(Order_.TOTAL.lt(2))),
                Operation.of(
                        "query of a path",
                        mapper -> mapper.related(Person.class, 1L, Person_.INVOICES)
                                .query()
                                .all()));
    }

    static List<Operation> writes() {
        return List.of(
                Operation.of("attach", mapper -> squads(mapper).attachKeys(List.of(1L, 2L))),
                Operation.of(
                        "attach with values in a transaction",
                        mapper -> mapper.related(ACCOUNT, Account_.SQUADS)
                                .attachLink(Link.toKey(1L, Seat_.ROLE.set("x")))
                                .as(mapper::transactional)),
                Operation.of("detach", mapper -> squads(mapper).detachKeys(List.of(1L))),
                Operation.of("detach all", mapper -> squads(mapper).detachAll()),
                Operation.of("sync", mapper -> squads(mapper).syncKeys(List.of(1L, 2L))),
                Operation.of(
                        "sync in a transaction",
                        mapper -> squads(mapper).syncKeys(List.of(1L)).as(mapper::transactional)),
                Operation.of("sync without detaching", mapper -> squads(mapper).syncKeysWithoutDetaching(List.of(1L))),
                Operation.of("toggle", mapper -> squads(mapper).toggleKeys(List.of(1L))),
                Operation.of(
                        "update of a pivot",
                        mapper -> mapper.related(ACCOUNT, Account_.SQUADS).updatePivot(1L, Seat_.ROLE.set("x"))),
                Operation.of("create with a pair", mapper -> squads(mapper).create(NEW)),
                Operation.of("create all with pairs", mapper -> squads(mapper).createAll(Flux.just(NEW, NEW, NEW), TWO))
                        .answered("WITH", 2, 1),
                Operation.of(
                                "create all with pairs at once",
                                mapper -> squads(mapper).createAll(Flux.just(NEW, NEW, NEW), TWO.atomic()))
                        .answered("WITH", 2, 1),
                Operation.of(
                        "pairs after their write",
                        mapper -> mapper.find(Account.class, 1L)
                                .flatMap(account -> mapper.related(account, Account_.SQUADS)
                                        .syncKeys(List.of(1L))
                                        .then(Mono.defer(() -> account.squads().count())))
                                .as(mapper::transactional)));
    }
}
