package dev.kindred.it.connection;

import dev.kindred.it.many.Account;
import dev.kindred.it.many.Account_;
import dev.kindred.it.many.Client;
import dev.kindred.it.many.Client_;
import dev.kindred.it.many.Order;
import dev.kindred.it.many.Order_;
import dev.kindred.it.many.Seat_;
import dev.kindred.it.many.Shop;
import dev.kindred.it.many.Squad;
import dev.kindred.it.many.Squad_;
import dev.kindred.it.oneof.Comment;
import dev.kindred.it.oneof.Comment_;
import dev.kindred.it.oneof.Note;
import dev.kindred.it.oneof.Note_;
import dev.kindred.it.oneof.Post;
import dev.kindred.it.oneof.Post_;
import dev.kindred.it.oneof.Subjects;
import dev.kindred.it.oneof.Video;
import dev.kindred.it.path.Person;
import dev.kindred.it.path.Person_;
import dev.kindred.query.PageRequest;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.HasManyOperations;
import dev.kindred.reactor.Link;
import dev.kindred.reactor.OrphanPolicy;
import dev.kindred.reactor.PivotOperations;
import dev.kindred.reactor.ReactiveMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * All operations on relations to many rows, and to one of several types. Reads use the second account and client,
 * writes the first.
 */
final class ToManyOperations {

    static final String TABLES =
            dev.kindred.it.many.Club.TABLES + Shop.TABLES + dev.kindred.it.path.Club.TABLES + Subjects.TABLES;

    static final String EMPTY = dev.kindred.it.many.Club.EMPTY + ";" + Shop.EMPTY + ";" + dev.kindred.it.path.Club.EMPTY
            + ";" + Subjects.EMPTY;

    /** Orders without lines, so that each order can be deleted. */
    static final String ROWS = dev.kindred.it.many.Club.ROWS + Shop.ROWS + "delete from lines;"
            + dev.kindred.it.path.Club.ROWS + Subjects.ROWS;

    private static final Account ACCOUNT = account(1);
    private static final Account OTHER = account(2);
    private static final Client CLIENT = new Client(1L, "one", "a", null, null, null);
    private static final Note NOTE = new Note(1L, "post", 1L, "n1", null);
    private static final Post POST = Post_.draft("p3").set(Post_.ID, 3L).build();
    private static final Comment COMMENT = new Comment(1L, 1L, null, "c1", null);
    private static final AtomicInteger NAMES = new AtomicInteger();

    private ToManyOperations() {}

    private static Account account(long id) {
        return Account_.draft("account").set(Account_.ID, id).build();
    }

    private static Order order() {
        return new Order(null, null, null, "new", 1, 1, null, null);
    }

    private static Squad squad() {
        return Squad_.draft("new " + NAMES.incrementAndGet()).build();
    }

    static Map<String, Function<ReactiveMapper, Publisher<?>>> reads() {
        Map<String, Function<ReactiveMapper, Publisher<?>>> reads = new LinkedHashMap<>();
        reads.put("handles", mapper -> clients(mapper).all().flatMap(Client::orders));
        reads.put("preload", mapper -> clients(mapper).preload(Client_.ORDERS).all());
        reads.put(
                "limited preload",
                mapper -> clients(mapper)
                        .preload(Client_.LATEST, orders -> orders.limitEach(2))
                        .all());
        reads.put("stream of parents", mapper -> clients(mapper).preload(Client_.ORDERS).stream(2));
        reads.put("query", mapper -> list(mapper).all());
        reads.put("page", mapper -> list(mapper).page(PageRequest.of(0, 2)));
        reads.put("scroll", mapper -> list(mapper).scroll(2));
        reads.put("stream", mapper -> list(mapper).stream(2));
        reads.put("handles of pairs", mapper -> accounts(mapper).all().flatMap(Account::squads));
        reads.put(
                "preload of pairs",
                mapper -> accounts(mapper).preload(Account_.SQUADS).all());
        reads.put(
                "limited preload of pairs",
                mapper -> accounts(mapper)
                        .preload(Account_.SQUADS, squads -> squads.limitEach(2))
                        .all());
        reads.put("stream of pairs", mapper -> mapper.related(OTHER, Account_.SQUADS).query().stream(2));
        reads.put("links", mapper -> mapper.related(OTHER, Account_.SQUADS).links());
        reads.put("handles of paths", mapper -> mapper.from(Person.class).all().flatMap(Person::invoices));
        reads.put(
                "preload of paths",
                mapper -> mapper.from(Person.class)
                        .preload(Person_.INVOICES, invoices -> invoices.limitEach(1))
                        .preload(Person_.BOSSES)
                        .all());
        reads.put(
                "query of a path",
                mapper -> mapper.related(Person.class, 1L, Person_.INVOICES)
                        .query()
                        .all());
        reads.put(
                "handles of one of several",
                mapper -> mapper.from(Comment.class).all().flatMap(Comment::subject));
        reads.put(
                "preload of one of several",
                mapper -> mapper.from(Note.class).preload(Note_.SUBJECT).all());
        reads.put(
                "handles of lists by type and key",
                mapper -> mapper.from(Post.class).all().flatMap(Post::notes));
        return reads;
    }

    /** Without the client that the writes change, so that a write inside a read does not prolong it. */
    private static EntitySelect<Client> clients(ReactiveMapper mapper) {
        return mapper.from(Client.class).where(Client_.ID.in(2L, 3L));
    }

    private static EntitySelect<Account> accounts(ReactiveMapper mapper) {
        return mapper.from(Account.class).where(Account_.ID.eq(2L));
    }

    private static EntitySelect<Order> list(ReactiveMapper mapper) {
        return mapper.related(Client.class, 2L, Client_.ORDERS).query();
    }

    static Map<String, Function<ReactiveMapper, Publisher<?>>> writes() {
        Map<String, Function<ReactiveMapper, Publisher<?>>> writes = new LinkedHashMap<>();
        single(writes);
        whole(writes);
        pairs(writes);
        oneOf(writes);
        return writes;
    }

    private static HasManyOperations<Client, Order> orders(ReactiveMapper mapper) {
        return mapper.related(CLIENT, Client_.ORDERS);
    }

    private static void single(Map<String, Function<ReactiveMapper, Publisher<?>>> writes) {
        writes.put("create", mapper -> orders(mapper).create(order()));
        writes.put("save", mapper -> orders(mapper).save(order()));
        writes.put(
                "firstOrCreate",
                mapper -> orders(mapper)
                        .matching(Order_.NUMBER.set("found"))
                        .firstOrCreate(Order_.DAY.set(1), Order_.TOTAL.set(1)));
        writes.put(
                "createOrFirst",
                mapper -> orders(mapper)
                        .matching(Order_.NUMBER.set("found"))
                        .createOrFirst(Order_.DAY.set(1), Order_.TOTAL.set(1)));
        writes.put(
                "updateOrCreate",
                mapper -> orders(mapper)
                        .matching(Order_.NUMBER.set("found"))
                        .updateOrCreate(Order_.DAY.set(1), Order_.TOTAL.set(1)));
        writes.put("update", mapper -> orders(mapper).update(Order_.TOTAL.lt(5), Order_.TOTAL.set(5)));
        writes.put("updateAll", mapper -> orders(mapper).updateAll(Order_.DAY.set(2)));
        writes.put("delete", mapper -> orders(mapper).delete(Order_.TOTAL.lt(3)));
        writes.put("deleteAll", mapper -> orders(mapper).deleteAll());
    }

    private static void whole(Map<String, Function<ReactiveMapper, Publisher<?>>> writes) {
        ChunkOptions two = ChunkOptions.defaults().size(2);
        List<Order> three = IntStream.range(0, 3).mapToObj(i -> order()).toList();
        writes.put("createAll", mapper -> orders(mapper).createAll(three, two));
        writes.put("createAll at once", mapper -> orders(mapper).createAll(three, two.atomic()));
        writes.put("saveAll", mapper -> orders(mapper).saveAll(three, two));
        writes.put("replaceAll", mapper -> orders(mapper).replaceAll(three, OrphanPolicy.DELETE));
        writes.put("replaceAll with nulls", mapper -> orders(mapper).replaceAll(three, OrphanPolicy.SET_NULL));
        writes.put("save with children", mapper -> mapper.save(Client.of("new"), Client_.ORDERS.children(three)));
        writes.put(
                "insertAll with lists",
                mapper -> mapper.insertAll(
                        Flux.just(Client.of("new"), Client.of("new"), Client.of("new")),
                        Client_.ORDERS,
                        client -> three,
                        two));
    }

    private static PivotOperations<Squad, ?> squads(ReactiveMapper mapper) {
        return mapper.related(ACCOUNT, Account_.SQUADS);
    }

    private static void pairs(Map<String, Function<ReactiveMapper, Publisher<?>>> writes) {
        ChunkOptions one = ChunkOptions.defaults().size(1);
        writes.put("attach", mapper -> squads(mapper).attachKeys(List.of(1, 2)));
        writes.put(
                "attach with values",
                mapper -> mapper.related(ACCOUNT, Account_.SQUADS).attachLink(Link.toKey(3, Seat_.ROLE.set("x"))));
        writes.put(
                "attach without an index",
                mapper -> mapper.related(ACCOUNT, Account_.LOOSE).attachKeys(List.of(1)));
        writes.put("detach", mapper -> squads(mapper).detachKeys(List.of(1)));
        writes.put("detachAll", mapper -> squads(mapper).detachAll());
        writes.put("sync", mapper -> squads(mapper).syncKeys(List.of(1, 3)));
        writes.put("syncWithoutDetaching", mapper -> squads(mapper).syncKeysWithoutDetaching(List.of(2)));
        writes.put("toggle", mapper -> squads(mapper).toggleKeys(List.of(1, 2, 3)));
        writes.put(
                "updatePivot",
                mapper -> mapper.related(ACCOUNT, Account_.SQUADS).updatePivot(2, Seat_.ROLE.set("y")));
        writes.put("create with a pair", mapper -> squads(mapper).create(squad()));
        writes.put("createAll with pairs", mapper -> squads(mapper).createAll(List.of(squad(), squad()), one));
        writes.put(
                "createAll with pairs at once",
                mapper -> squads(mapper).createAll(List.of(squad(), squad()), one.atomic()));
    }

    private static void oneOf(Map<String, Function<ReactiveMapper, Publisher<?>>> writes) {
        writes.put(
                "associate one of several",
                mapper -> mapper.related(NOTE, Note_.SUBJECT).associate(new Video(2L, "v2", null, null, null)));
        writes.put(
                "associate one of several in an arc",
                mapper -> mapper.related(COMMENT, Comment_.SUBJECT).associate(new Video(2L, "v2", null, null, null)));
        writes.put(
                "dissociate one of several",
                mapper -> mapper.related(NOTE, Note_.SUBJECT).dissociate());
        writes.put(
                "create by type and key",
                mapper -> mapper.related(POST, Post_.NOTES).create(Note_.TEXT.set("new")));
    }
}
