package dev.kindred.it.chaos;

import dev.kindred.it.chaos.Claim.Flip;
import dev.kindred.it.chaos.Claim.Rows;
import dev.kindred.it.chaos.Claim.Single;
import dev.kindred.it.chaos.Claim.Value;
import dev.kindred.it.chaos.Errors.Scope;
import dev.kindred.reactor.Link;
import dev.kindred.reactor.OrphanPolicy;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Writes through relations. Safe for use by many threads. */
final class RelationWrites {

    private static final int PAIRS = 4;

    private final ReactiveMapper mapper;

    RelationWrites(ReactiveMapper mapper) {
        this.mapper = mapper;
    }

    List<Kind> kinds() {
        return List.of(
                Kind.of(
                        "replace",
                        10,
                        draw -> badge(
                                draw,
                                draw.op(),
                                (owner, op) ->
                                        mapper.related(owner, Owner_.BADGE).replace(Badge.of(op)))),
                Kind.of(
                        "updateOrCreate",
                        10,
                        draw -> badge(
                                draw,
                                draw.op(),
                                (owner, op) -> mapper.related(owner, Owner_.BADGE)
                                        .matching(List.of())
                                        .updateOrCreate(Badge_.OP.set(op)))),
                Kind.of(
                        "delete of one",
                        5,
                        draw -> badge(
                                draw,
                                null,
                                (owner, op) ->
                                        mapper.related(owner, Owner_.BADGE).delete())),
                Kind.of("replaceAll", 15, this::replaceAll),
                Kind.of("deleteAll", 5, this::deleteAll),
                Kind.of("firstOrCreate", 15, draw -> found(draw, false)),
                Kind.of("createOrFirst", 10, draw -> found(draw, true)),
                Kind.of("sync", 20, this::sync),
                Kind.of("sync in a transaction", 10, this::syncInTransaction),
                Kind.of("detachAll", 5, this::detachAll),
                Kind.of("attach", 10, draw -> pin(draw, true)),
                Kind.of("detach", 10, draw -> pin(draw, false)),
                Kind.of("toggle", 20, this::toggle));
    }

    private static Mono<?> badge(Draw draw, @Nullable Long value, RelationWrite write) {
        Owner owner = Owner.of(draw.owner());
        return draw.recorded(
                "badge", Scope.MAPPER, new Value("badge " + owner.id(), 1, value), write.of(owner, draw.op()));
    }

    private Mono<?> replaceAll(Draw draw) {
        Owner owner = Owner.of(draw.owner());
        return draw.recorded(
                "replaceAll",
                Scope.MAPPER,
                new Value("slots " + owner.id(), Slot.COUNT, draw.op()),
                mapper.related(owner, Owner_.SLOTS).replaceAll(Slot.all(draw.op()), OrphanPolicy.DELETE));
    }

    private Mono<?> deleteAll(Draw draw) {
        Owner owner = Owner.of(draw.owner());
        return draw.recorded(
                "deleteAll",
                Scope.MAPPER,
                new Value("slots " + owner.id(), Slot.COUNT, null),
                mapper.related(owner, Owner_.SLOTS).deleteAll());
    }

    /** The name changes with the number of the operation, and some callers have the same one. */
    private Mono<?> found(Draw draw, boolean isCreatedFirst) {
        Owner owner = Owner.of(draw.owner() % 4);
        String name = "name " + draw.op() / 512;
        var steps = mapper.related(owner, Owner_.FOUNDS).matching(Found_.NAME.set(name));
        return draw.recorded(
                "find or create",
                Scope.MAPPER,
                new Single(owner.id() + " " + name),
                isCreatedFirst ? steps.createOrFirst(List.of()) : steps.firstOrCreate(List.of()));
    }

    private Mono<?> sync(Draw draw) {
        Owner owner = Owner.of(draw.owner());
        List<Link<Tag, Label>> links = links(draw);
        return draw.recorded(
                "sync",
                Scope.MAPPER,
                new Value("labels " + owner.id(), PAIRS, draw.op()),
                mapper.related(owner, Owner_.TAGS).syncLinks(links));
    }

    private Mono<?> syncInTransaction(Draw draw) {
        Owner owner = Owner.of(draw.owner());
        List<Link<Tag, Label>> links = links(draw);
        return draw.ledger()
                .recorded(
                        draw.op(),
                        "sync in a transaction",
                        Scope.TRANSACTION,
                        List.of(new Rows(1), new Value("labels " + owner.id(), PAIRS, draw.op())),
                        mapper.related(owner, Owner_.TAGS)
                                .syncLinks(links)
                                .then(mapper.insert(Note.of(draw.op(), 0)))
                                .as(mapper::transactional));
    }

    private Mono<?> detachAll(Draw draw) {
        Owner owner = Owner.of(draw.owner());
        return draw.recorded(
                "detachAll",
                Scope.MAPPER,
                new Value("labels " + owner.id(), PAIRS, null),
                mapper.related(owner, Owner_.TAGS).detachAll());
    }

    private static List<Link<Tag, Label>> links(Draw draw) {
        return draw.fourTags().stream()
                .map(tag -> Link.<Tag, Label>toKey(tag, Label_.OP.set(draw.op())))
                .toList();
    }

    private Mono<?> pin(Draw draw, boolean isAttached) {
        Owner owner = Owner.of(draw.owner());
        long tag = draw.tag();
        var pins = mapper.related(owner, Owner_.PINS);
        return draw.recorded(
                isAttached ? "attach" : "detach",
                Scope.MAPPER,
                new Value("pin " + owner.id() + " " + tag, 1, isAttached ? 1L : null),
                isAttached ? pins.attachKeys(List.of(tag)) : pins.detachKeys(List.of(tag)));
    }

    private Mono<?> toggle(Draw draw) {
        Owner owner = Owner.of(draw.owner());
        long tag = draw.tag();
        return draw.ledger()
                .recorded(
                        draw.op(),
                        "toggle",
                        Scope.TRANSACTION,
                        List.of(new Rows(1), new Flip("switch " + owner.id() + " " + tag)),
                        mapper.related(owner, Owner_.SWITCHES)
                                .toggleKeys(List.of(tag))
                                .then(mapper.insert(Note.of(draw.op(), 0)))
                                .as(mapper::transactional));
    }

    /** A write of the related row of an owner. */
    private interface RelationWrite {

        Mono<?> of(Owner owner, long op);
    }
}
