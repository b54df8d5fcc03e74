package dev.kindred.it.security;

import static dev.kindred.it.security.Hostile.Call.value;

import dev.kindred.it.security.Hostile.Call;
import dev.kindred.model.AssignableColumns;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.HasManyOperations;
import dev.kindred.reactor.HasOneOperations;
import dev.kindred.reactor.Link;
import dev.kindred.reactor.OrphanPolicy;
import dev.kindred.reactor.PivotOperations;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.jackson.JsonAssignments;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The methods that write a name or a value. */
final class HostileWrites {

    private static final Owner STORED = Owner.of("a", "plain");

    private HostileWrites() {}

    static Stream<Call> all() {
        return Stream.of(entities(), updates(), manyRows(), badge(), items(), choices(), links(), pivots())
                .flatMap(List::stream);
    }

    private static Owner owner(String text) {
        return Owner.of(text, text);
    }

    private static HasOneOperations<Owner, Badge> badge(ReactiveMapper mapper) {
        return mapper.related(STORED, Owner_.BADGE);
    }

    private static HasManyOperations<Owner, Item> items(ReactiveMapper mapper) {
        return mapper.related(STORED, Owner_.ITEMS);
    }

    private static PivotOperations<Tag, Label> tags(ReactiveMapper mapper) {
        return mapper.related(STORED, Owner_.TAGS);
    }

    private static List<Call> entities() {
        return List.of(
                value("WriteOperations.insert", (mapper, text) -> mapper.insert(owner(text))),
                value("WriteOperations.insertIfAbsent", (mapper, text) -> mapper.insertIfAbsent(owner(text))),
                value("WriteOperations.upsert", (mapper, text) -> mapper.upsert(owner(text))),
                value(
                        "WriteOperations.save",
                        (mapper, text) -> mapper.save(owner(text))
                                .then(mapper.save(owner(text), Owner_.BADGE.child(Badge.of(text, null, text))))),
                value(
                        "HasOneRelation.child",
                        (mapper, text) -> mapper.save(STORED, Owner_.BADGE.child(Badge.of(text, null, text)))),
                value(
                        "HasManyRelation.children",
                        (mapper, text) ->
                                mapper.save(STORED, Owner_.ITEMS.children(List.of(Item.of(text, null, text))))),
                value(
                        "WriteOperations.update",
                        (mapper, text) -> mapper.update(Owner.of("a", text))
                                .then(mapper.update(Owner.of("a", text), STORED))
                                .then(mapper.update(Owner.class, text)
                                        .set(Owner_.NAME.set(text))
                                        .execute())),
                value("WriteOperations.delete", (mapper, text) -> mapper.delete(owner(text))),
                value("WriteOperations.deletePermanently", (mapper, text) -> mapper.deletePermanently(owner(text))));
    }

    private static List<Call> updates() {
        return List.of(
                value(
                        "EntityColumn.set",
                        (mapper, text) -> mapper.update(Owner.class)
                                .where(Owner_.NAME.eq(text))
                                .set(Owner_.NAME.set(text))
                                .execute()),
                value(
                        "BulkUpdate.set",
                        (mapper, text) -> mapper.update(Owner.class)
                                .where(Owner_.ID.eq("a"))
                                .set(List.of(Owner_.NAME.set(text)))
                                .execute()),
                value(
                        "RowUpdate.set",
                        (mapper, text) -> mapper.update(Owner.class, "a")
                                .set(List.of(Owner_.NAME.set(text)))
                                .execute()),
                value(
                        "RowUpdate.expecting",
                        (mapper, text) -> mapper.update(Owner.class, "a")
                                .set(Owner_.NAME.set(text))
                                .expecting(text)
                                .execute()),
                value(
                        "JsonAssignments.from",
                        (mapper, text) -> mapper.update(Owner.class, "a")
                                .set(JsonAssignments.from(
                                        new JsonMapper().createObjectNode().put("name", text),
                                        AssignableColumns.of(Owner_.NAME)))
                                .execute()),
                value(
                        "JsonAssignments.from",
                        (mapper, text) -> mapper.update(Owner.class, "a")
                                .set(JsonAssignments.from(
                                        new JsonMapper().createObjectNode().put(text, "x"),
                                        AssignableColumns.of(Owner_.NAME)))
                                .execute()));
    }

    private static List<Call> manyRows() {
        ChunkOptions one = ChunkOptions.defaults().size(1);
        return List.of(
                value("ManyRowOperations.insertAll", (mapper, text) -> mapper.insertAll(List.of(owner(text)), one)),
                value(
                        "ManyRowOperations.insertAllIfAbsent",
                        (mapper, text) -> mapper.insertAllIfAbsent(List.of(owner(text), STORED))),
                value("ManyRowOperations.upsertAll", (mapper, text) -> mapper.upsertAll(List.of(owner(text), STORED))),
                value("ManyRowOperations.updateAll", (mapper, text) -> mapper.updateAll(List.of(Owner.of("a", text)))),
                value("ManyRowOperations.deleteAll", (mapper, text) -> mapper.deleteAll(List.of(owner(text)))),
                value("ManyRowOperations.copyIn", (mapper, text) -> mapper.copyIn(List.of(owner(text)))),
                value(
                        "ParentRowOperations.insertAll",
                        (mapper, text) -> mapper.insertAll(
                                        List.of(owner(text)),
                                        Owner_.ITEMS,
                                        parent -> List.of(Item.of(text, null, text)))
                                .thenMany(mapper.insertAll(
                                        List.of(owner(text + "2")),
                                        Owner_.BADGE,
                                        parent -> Badge.of(text, null, text)))));
    }

    private static List<Call> badge() {
        return List.of(
                value(
                        "HasOneOperations.create",
                        (mapper, text) -> mapper.related(Owner.of("b", "b"), Owner_.BADGE)
                                .create(List.of(Badge_.ID.set(text), Badge_.TEXT.set(text)))),
                value(
                        "HasOneOperations.update",
                        (mapper, text) -> badge(mapper).update(List.of(Badge_.TEXT.set(text)))),
                value("HasOneOperations.save", (mapper, text) -> badge(mapper).save(Badge.of("a", "a", text))),
                value(
                        "HasOneOperations.replace",
                        (mapper, text) -> badge(mapper).replace(Badge.of(text, null, text), OrphanPolicy.DELETE)),
                value(
                        "HasOneOperations.associate",
                        (mapper, text) -> badge(mapper).associate(Badge.of(text, null, text))),
                value(
                        "HasOneOperations.matching",
                        (mapper, text) -> badge(mapper)
                                .matching(List.of(Badge_.TEXT.set(text)))
                                .firstOrCreate(List.of(Badge_.ID.set(text)))),
                value(
                        "BelongsToOperations.create",
                        (mapper, text) -> mapper.related(Item.of("i", "a", "x"), Item_.OWNER)
                                .create(List.of(Owner_.ID.set(text), Owner_.NAME.set(text)))),
                value(
                        "BelongsToOperations.associate",
                        (mapper, text) -> mapper.related(Item.of("i", "a", "x"), Item_.OWNER)
                                .associate(owner(text))));
    }

    private static List<Call> items() {
        return List.of(
                value(
                        "HasManyOperations.create",
                        (mapper, text) -> items(mapper).create(List.of(Item_.ID.set(text), Item_.TEXT.set(text)))),
                value(
                        "HasManyOperations.createAll",
                        (mapper, text) -> items(mapper).createAll(List.of(Item.of(text, null, text)))),
                value("HasManyOperations.save", (mapper, text) -> items(mapper).save(Item.of(text, null, text))),
                value(
                        "HasManyOperations.saveAll",
                        (mapper, text) -> items(mapper).saveAll(List.of(Item.of(text, null, text)))),
                value(
                        "HasManyOperations.update",
                        (mapper, text) -> items(mapper).update(Item_.TEXT.eq(text), List.of(Item_.TEXT.set(text)))),
                value(
                        "HasManyOperations.updateAll",
                        (mapper, text) -> items(mapper).updateAll(List.of(Item_.TEXT.set(text)))),
                value(
                        "HasManyOperations.replaceAll",
                        (mapper, text) ->
                                items(mapper).replaceAll(List.of(Item.of(text, null, text)), OrphanPolicy.DELETE)));
    }

    private static List<Call> choices() {
        return List.of(
                value(
                        "HasManyOperations.matching",
                        (mapper, text) -> items(mapper)
                                .matching(List.of(Item_.TEXT.set(text)))
                                .firstOrCreate(List.of(Item_.ID.set(text)))),
                value(
                        "FindOrCreateSteps.firstOrCreate",
                        (mapper, text) -> items(mapper)
                                .matching(Item_.ID.set(text))
                                .firstOrCreate(() -> List.of(Item_.TEXT.set(text)))),
                value(
                        "FindOrCreateSteps.createOrFirst",
                        (mapper, text) -> items(mapper)
                                .matching(Item_.ID.set(text))
                                .createOrFirst(List.of(Item_.TEXT.set(text)))),
                value(
                        "FindOrCreateSteps.updateOrCreate",
                        (mapper, text) -> items(mapper)
                                .matching(Item_.ID.set(text))
                                .updateOrCreate(List.of(Item_.TEXT.set(text)))));
    }

    private static List<Call> links() {
        return List.of(
                value(
                        "ManyToManyOperations.create",
                        (mapper, text) -> tags(mapper).create(new Tag(text, text))),
                value(
                        "ManyToManyOperations.createAll",
                        (mapper, text) -> tags(mapper).createAll(List.of(new Tag(text, text)))),
                value(
                        "ManyToManyOperations.attach",
                        (mapper, text) -> mapper.insert(new Tag(text, text)).flatMap(tags(mapper)::attach)),
                value(
                        "ManyToManyOperations.detach",
                        (mapper, text) -> tags(mapper).detach(new Tag(text, text))),
                value(
                        "ManyToManyOperations.sync",
                        (mapper, text) -> mapper.insert(new Tag(text, text))
                                .flatMap(tag -> tags(mapper).sync(List.of(tag)))),
                value(
                        "ManyToManyOperations.syncWithoutDetaching",
                        (mapper, text) -> mapper.insert(new Tag(text, text))
                                .flatMap(tag -> tags(mapper).syncWithoutDetaching(List.of(tag)))),
                value(
                        "ManyToManyOperations.toggle",
                        (mapper, text) -> mapper.insert(new Tag(text, text)).flatMap(tags(mapper)::toggle)),
                value(
                        "ManyToManyOperations.attachKeys",
                        (mapper, text) -> tags(mapper).attachKeys(List.of(text))),
                value(
                        "ManyToManyOperations.detachKeys",
                        (mapper, text) -> tags(mapper).detachKeys(List.of(text))),
                value(
                        "ManyToManyOperations.syncKeys",
                        (mapper, text) -> tags(mapper).syncKeys(List.of(text))),
                value(
                        "ManyToManyOperations.syncKeysWithoutDetaching",
                        (mapper, text) -> tags(mapper).syncKeysWithoutDetaching(List.of(text))),
                value(
                        "ManyToManyOperations.toggleKeys",
                        (mapper, text) -> tags(mapper).toggleKeys(List.of(text))));
    }

    private static List<Call> pivots() {
        return List.of(
                value(
                        "PivotOperations.create",
                        (mapper, text) -> tags(mapper)
                                .create(
                                        List.of(Tag_.ID.set(text), Tag_.WORD.set(text)),
                                        List.of(Label_.NOTE.set(text)))),
                value(
                        "PivotOperations.createAll",
                        (mapper, text) -> tags(mapper)
                                .createAll(
                                        Flux.just(new Tag(text, text)),
                                        List.of(Label_.NOTE.set(text)),
                                        ChunkOptions.defaults())),
                value(
                        "PivotOperations.attachLinks",
                        (mapper, text) -> tags(mapper).attachLinks(List.of(Link.toKey("t", Label_.NOTE.set(text))))),
                value(
                        "PivotOperations.syncLinks",
                        (mapper, text) -> tags(mapper).syncLinks(List.of(Link.toKey("t", Label_.NOTE.set(text))))),
                value(
                        "PivotOperations.syncLinksWithoutDetaching",
                        (mapper, text) -> tags(mapper)
                                .syncLinksWithoutDetaching(List.of(Link.toKey("t", Label_.NOTE.set(text))))),
                value(
                        "PivotOperations.updatePivot",
                        (mapper, text) -> tags(mapper)
                                .updatePivot("t", List.of(Label_.NOTE.set(text)))
                                .then(tags(mapper).updatePivot(text, Label_.NOTE.set(text)))),
                value(
                        "Link.to",
                        (mapper, text) ->
                                tags(mapper).attachLinks(List.of(Link.to(new Tag(text, text), Label_.NOTE.set(text))))),
                value(
                        "Link.toKey",
                        (mapper, text) ->
                                Mono.from(tags(mapper).attachLinks(List.of(Link.toKey(text, Label_.NOTE.set(text)))))));
    }
}
