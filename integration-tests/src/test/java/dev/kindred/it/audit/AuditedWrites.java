package dev.kindred.it.audit;

import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Each write of entities without a relation, by Bob, on rows of Eve. */
final class AuditedWrites {

    private static final String NEW = "articles where title like 'new%'";
    private static final String ONE = "articles where id = 1";
    private static final String TWO = "articles where id = 2";
    private static final String THREE = "articles where id = 3";
    private static final String AUTHOR = "authors where id = 1";

    private AuditedWrites() {}

    static Stream<AuditedWrite> all() {
        return Stream.of(inserts(), updates(), removals()).flatMap(writes -> writes);
    }

    private static Stream<AuditedWrite> inserts() {
        return Stream.of(
                write("insert", mapper -> mapper.insert(Article.of("new"))).leaves(NEW, "bob/bob"),
                write("insertIfAbsent", mapper -> mapper.insertIfAbsent(Article.of("new"), Article_.TITLE))
                        .leaves(NEW, "bob/bob"),
                write(
                                "insertIfAbsent of a present row",
                                mapper -> mapper.insertIfAbsent(Article.of("two"), Article_.TITLE))
                        .leaves(TWO, "eve/eve"),
                write("insertAll", mapper -> mapper.insertAll(Flux.just(Article.of("new 1"), Article.of("new 2"))))
                        .leaves(NEW, "bob/bob, bob/bob"),
                write(
                                "insertAll with different columns",
                                mapper -> mapper.insertAll(List.of(
                                        Article.of("new 1"), Article.of("new 2").numbered(90))))
                        .leaves(NEW, "bob/bob, bob/bob"),
                write("insertAllIfAbsent", mapper -> mapper.insertAllIfAbsent(List.of(Article.of("new"))))
                        .leaves(NEW, "bob/bob"),
                write("copyIn", mapper -> mapper.copyIn(List.of(Article.of("new 1"), Article.of("new 2"))))
                        .leaves(NEW, "bob/bob, bob/bob"),
                write("upsert of a new row", mapper -> mapper.upsert(Article.of("new"), Article_.TITLE))
                        .leaves(NEW, "bob/bob"),
                write("save of a new row", mapper -> mapper.save(Article.of("new")))
                        .leaves(NEW, "bob/bob"));
    }

    private static Stream<AuditedWrite> updates() {
        return Stream.of(
                write(
                                "upsert of a present row",
                                mapper -> mapper.upsert(Article.of("new").numbered(1)))
                        .leaves(ONE, "eve/bob"),
                write(
                                "upsertAll",
                                mapper -> mapper.upsertAll(List.of(
                                        Article.of("new 1").numbered(1),
                                        Article.of("new 2").numbered(90))))
                        .leaves(NEW, "bob/bob, eve/bob"),
                on(1, "save", (mapper, one) -> mapper.save(one.titled("new")))
                        .leaves(ONE, "eve/bob")
                        .leaves(AUTHOR, "eve/bob"),
                on(1, "update", (mapper, one) -> mapper.update(one.titled("new")))
                        .leaves(ONE, "eve/bob"),
                on(1, "update of changes", (mapper, one) -> mapper.update(one, one.titled("new")))
                        .leaves(ONE, "eve/bob"),
                on(1, "update without changes", (mapper, one) -> mapper.update(one, one.titled("one")))
                        .leaves(ONE, "eve/eve"),
                on(1, "updateAll", (mapper, one) -> mapper.updateAll(List.of(one.titled("new"))))
                        .leaves(ONE, "eve/bob"),
                write(
                                "update of a key",
                                mapper -> mapper.update(Article.class, 1L)
                                        .set(Article_.TITLE.set("new"))
                                        .execute())
                        .leaves(ONE, "eve/bob")
                        .leaves(AUTHOR, "eve/bob"),
                write(
                                "update of a condition",
                                mapper -> mapper.update(Article.class)
                                        .set(Article_.TITLE.set("new"))
                                        .where(Article_.ID.eq(1L))
                                        .execute())
                        .leaves(ONE, "eve/bob"),
                write(
                                "update that returns rows",
                                mapper -> mapper.update(Article.class)
                                        .set(Article_.TITLE.set("new"))
                                        .where(Article_.ID.eq(1L))
                                        .returning())
                        .leaves(ONE, "eve/bob"));
    }

    private static Stream<AuditedWrite> removals() {
        return Stream.of(
                on(1, "delete", ReactiveMapper::delete).leaves(ONE, "eve/bob").leaves(AUTHOR, "eve/bob"),
                on(1, "deleteAll", (mapper, one) -> mapper.deleteAll(List.of(one)))
                        .leaves(ONE, "eve/bob"),
                write(
                                "delete of a condition",
                                mapper -> mapper.delete(Article.class)
                                        .where(Article_.ID.eq(1L))
                                        .execute())
                        .leaves(ONE, "eve/bob"),
                on(1, "deletePermanently", ReactiveMapper::deletePermanently).leaves(AUTHOR, "eve/bob"),
                on(3, "restore", ReactiveMapper::restore).leaves(THREE, "eve/bob"));
    }

    static AuditedWrite write(String name, Function<ReactiveMapper, ? extends Publisher<?>> work) {
        return AuditedWrite.of(name, work);
    }

    private static AuditedWrite on(
            long id, String name, BiFunction<ReactiveMapper, Article, ? extends Publisher<?>> work) {
        return write(
                name,
                mapper -> Mono.from(mapper.from(Article.class).withDeleted().find(id))
                        .flatMapMany(found -> work.apply(mapper, found)));
    }
}
