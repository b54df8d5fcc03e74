package dev.kindred.it.audit;

import static dev.kindred.it.audit.AuditedWrites.write;

import dev.kindred.reactor.Link;
import dev.kindred.reactor.OrphanPolicy;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Each write through a relation, by Bob, on rows of Eve. */
final class AuditedRelationWrites {

    private static final String NEW = "articles where title like 'new%'";
    private static final String ONE = "articles where id = 1";
    private static final String TWO = "articles where id = 2";
    private static final String AUTHOR = "authors where id = 1";
    private static final String TEXT = "biographies where text = 'new'";
    private static final String BIOGRAPHY = "biographies where id = 1";
    private static final String TAG = "tags where name = 'new'";
    private static final String PAIR = "taggings where tag_id > 2";

    private AuditedRelationWrites() {}

    static Stream<AuditedWrite> all() {
        return Stream.of(lists(), searches(), children(), owners(), pairs(), parents())
                .flatMap(writes -> writes);
    }

    private static Stream<AuditedWrite> lists() {
        return Stream.of(
                author(
                                "list create",
                                (mapper, one) ->
                                        mapper.related(one, Author_.ARTICLES).create(Article_.TITLE.set("new")))
                        .leaves(NEW, "bob/bob")
                        .leaves(AUTHOR, "eve/bob"),
                author(
                                "list create of an entity",
                                (mapper, one) ->
                                        mapper.related(one, Author_.ARTICLES).create(Article.of("new")))
                        .leaves(NEW, "bob/bob"),
                author(
                                "list createAll",
                                (mapper, one) -> mapper.related(one, Author_.ARTICLES)
                                        .createAll(List.of(Article.of("new 1"), Article.of("new 2"))))
                        .leaves(NEW, "bob/bob, bob/bob"),
                author(
                                "list save",
                                (mapper, one) -> mapper.related(one, Author_.ARTICLES)
                                        .save(Article.of("new").numbered(2)))
                        .leaves(TWO, "eve/bob"),
                author(
                                "list saveAll",
                                (mapper, one) -> mapper.related(one, Author_.ARTICLES)
                                        .saveAll(List.of(Article.of("new 2").numbered(2), Article.of("new 4"))))
                        .leaves(NEW, "bob/bob, eve/bob"),
                author(
                                "list updateAll",
                                (mapper, one) ->
                                        mapper.related(one, Author_.ARTICLES).updateAll(Article_.TITLE.set("new")))
                        .leaves(ONE, "eve/bob")
                        .leaves(TWO, "eve/eve"),
                author(
                                "list deleteAll",
                                (mapper, one) ->
                                        mapper.related(one, Author_.ARTICLES).deleteAll())
                        .leaves(ONE, "eve/bob"),
                author(
                                "list replaceAll",
                                (mapper, one) -> mapper.related(one, Author_.ARTICLES)
                                        .replaceAll(List.of(Article.of("new")), OrphanPolicy.SET_NULL))
                        .leaves(NEW, "bob/bob")
                        .leaves(ONE, "eve/bob"));
    }

    private static Stream<AuditedWrite> searches() {
        return Stream.of(
                author(
                                "firstOrCreate",
                                (mapper, one) -> mapper.related(one, Author_.ARTICLES)
                                        .matching(Article_.TITLE.set("new"))
                                        .firstOrCreate(List.of()))
                        .leaves(NEW, "bob/bob"),
                author(
                                "firstOrCreate of a present row",
                                (mapper, one) -> mapper.related(one, Author_.ARTICLES)
                                        .matching(Article_.TITLE.set("one"))
                                        .firstOrCreate(List.of()))
                        .leaves(ONE, "eve/eve"),
                author(
                                "createOrFirst",
                                (mapper, one) -> mapper.related(one, Author_.ARTICLES)
                                        .matching(Article_.TITLE.set("new"))
                                        .createOrFirst(List.of()))
                        .leaves(NEW, "bob/bob"),
                author(
                                "updateOrCreate of a new row",
                                (mapper, one) -> mapper.related(one, Author_.ARTICLES)
                                        .matching(Article_.TITLE.set("new"))
                                        .updateOrCreate(List.of()))
                        .leaves(NEW, "bob/bob"),
                author(
                                "updateOrCreate",
                                (mapper, one) -> mapper.related(one, Author_.BIOGRAPHY)
                                        .updateOrCreate(Biography_.TEXT.set("new")))
                        .leaves(BIOGRAPHY, "eve/bob"));
    }

    private static Stream<AuditedWrite> children() {
        return Stream.of(
                second(
                                "child create",
                                (mapper, two) ->
                                        mapper.related(two, Author_.BIOGRAPHY).create(Biography_.TEXT.set("new")))
                        .leaves(TEXT, "bob/bob"),
                second(
                                "child save",
                                (mapper, two) ->
                                        mapper.related(two, Author_.BIOGRAPHY).save(Biography.of("new")))
                        .leaves(TEXT, "bob/bob"),
                second(
                                "child associate",
                                (mapper, two) -> mapper.get(Biography.class, 2L)
                                        .flatMap(free -> mapper.related(two, Author_.BIOGRAPHY)
                                                .associate(free)))
                        .leaves("biographies where id = 2", "eve/bob"),
                author(
                                "child replace",
                                (mapper, one) -> mapper.related(one, Author_.BIOGRAPHY)
                                        .replace(Biography.of("new"), OrphanPolicy.SET_NULL))
                        .leaves(TEXT, "bob/bob")
                        .leaves(BIOGRAPHY, "eve/bob"),
                author(
                                "child update",
                                (mapper, one) ->
                                        mapper.related(one, Author_.BIOGRAPHY).update(Biography_.TEXT.set("new")))
                        .leaves(BIOGRAPHY, "eve/bob"),
                author(
                                "child dissociate",
                                (mapper, one) ->
                                        mapper.related(one, Author_.BIOGRAPHY).dissociate())
                        .leaves(BIOGRAPHY, "eve/bob"));
    }

    private static Stream<AuditedWrite> owners() {
        return Stream.of(
                article(
                                2,
                                "owner associate",
                                (mapper, two) -> mapper.get(Author.class, 1L)
                                        .flatMap(one -> mapper.related(two, Article_.AUTHOR)
                                                .associate(one)))
                        .leaves(TWO, "eve/bob")
                        .leaves(AUTHOR, "eve/bob"),
                article(
                                1,
                                "owner dissociate",
                                (mapper, one) ->
                                        mapper.related(one, Article_.AUTHOR).dissociate())
                        .leaves(ONE, "eve/bob")
                        .leaves(AUTHOR, "eve/bob"),
                article(
                                2,
                                "owner create",
                                (mapper, two) ->
                                        mapper.related(two, Article_.AUTHOR).create(Author_.NAME.set("new")))
                        .leaves(TWO, "eve/bob")
                        .leaves("authors where name = 'new'", "bob/bob"));
    }

    private static Stream<AuditedWrite> pairs() {
        return Stream.of(
                article(
                                1,
                                "attach",
                                (mapper, one) ->
                                        mapper.related(one, Article_.TAGS).attachKeys(List.of(3L)))
                        .leaves(PAIR, "bob/bob"),
                article(
                                1,
                                "sync",
                                (mapper, one) ->
                                        mapper.related(one, Article_.TAGS).syncKeys(List.of(1L, 3L)))
                        .leaves("taggings", "bob/bob, eve/eve"),
                article(
                                1,
                                "syncLinks",
                                (mapper, one) -> mapper.related(one, Article_.TAGS)
                                        .syncLinks(List.of(
                                                Link.<Tag, Tagging>toKey(1L, Tagging_.NOTE.set("new")),
                                                Link.<Tag, Tagging>toKey(3L, Tagging_.NOTE.set("new")))))
                        .leaves("taggings", "bob/bob, eve/bob"),
                article(
                                1,
                                "toggle",
                                (mapper, one) ->
                                        mapper.related(one, Article_.TAGS).toggleKeys(List.of(2L, 3L)))
                        .leaves(PAIR, "bob/bob"),
                article(
                                1,
                                "updatePivot",
                                (mapper, one) ->
                                        mapper.related(one, Article_.TAGS).updatePivot(1L, Tagging_.NOTE.set("new")))
                        .leaves("taggings where tag_id = 1", "eve/bob"),
                article(
                                1,
                                "linked create",
                                (mapper, one) ->
                                        mapper.related(one, Article_.TAGS).create(Tag_.NAME.set("new")))
                        .leaves(TAG, "bob/bob")
                        .leaves(PAIR, "bob/bob"),
                article(
                                1,
                                "linked createAll",
                                (mapper, one) ->
                                        mapper.related(one, Article_.TAGS).createAll(List.of(Tag.of("new"))))
                        .leaves(TAG, "bob/bob")
                        .leaves(PAIR, "bob/bob"));
    }

    private static Stream<AuditedWrite> parents() {
        String author = "authors where name = 'new'";
        return Stream.of(
                write(
                                "parent and child",
                                mapper -> mapper.save(Author.of("new"), Author_.BIOGRAPHY.child(Biography.of("new"))))
                        .leaves(author, "bob/bob")
                        .leaves(TEXT, "bob/bob"),
                write(
                                "parent and list",
                                mapper -> mapper.save(
                                        Author.of("new"), Author_.ARTICLES.children(List.of(Article.of("new")))))
                        .leaves(author, "bob/bob")
                        .leaves(NEW, "bob/bob"),
                write(
                                "parents and children",
                                mapper -> mapper.insertAll(
                                        List.of(Author.of("new")), Author_.BIOGRAPHY, parent -> Biography.of("new")))
                        .leaves(author, "bob/bob")
                        .leaves(TEXT, "bob/bob"),
                write(
                                "parents and lists",
                                mapper -> mapper.insertAll(
                                        List.of(Author.of("new")),
                                        Author_.ARTICLES,
                                        parent -> List.of(Article.of("new"))))
                        .leaves(author, "bob/bob")
                        .leaves(NEW, "bob/bob"));
    }

    private static AuditedWrite author(String name, BiFunction<ReactiveMapper, Author, ? extends Publisher<?>> work) {
        return write(name, mapper -> mapper.get(Author.class, 1L).flatMapMany(found -> work.apply(mapper, found)));
    }

    private static AuditedWrite second(String name, BiFunction<ReactiveMapper, Author, ? extends Publisher<?>> work) {
        return write(name, mapper -> mapper.get(Author.class, 2L).flatMapMany(found -> work.apply(mapper, found)));
    }

    private static AuditedWrite article(
            long id, String name, BiFunction<ReactiveMapper, Article, ? extends Publisher<?>> work) {
        return write(
                name,
                mapper -> Mono.from(mapper.get(Article.class, id)).flatMapMany(found -> work.apply(mapper, found)));
    }
}
