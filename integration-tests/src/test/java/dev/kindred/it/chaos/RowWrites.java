package dev.kindred.it.chaos;

import dev.kindred.it.chaos.Claim.Removal;
import dev.kindred.it.chaos.Claim.Value;
import dev.kindred.it.chaos.Errors.Scope;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import java.util.function.LongFunction;
import reactor.core.publisher.Mono;

/** Writes of one row and of many rows. Safe for use by many threads. */
final class RowWrites {

    private static final int MANY = 20;

    private final ReactiveMapper mapper;
    private final ReactiveMapper sharing;

    RowWrites(ReactiveMapper mapper, ReactiveMapper sharing) {
        this.mapper = mapper;
        this.sharing = sharing;
    }

    List<Kind> kinds() {
        return List.of(
                Kind.of("insert", 20, draw -> insert(draw, mapper)),
                Kind.of("shared insert", 40, draw -> insert(draw, sharing)),
                Kind.of("insert and delete", 20, this::insertAndDelete),
                Kind.of(
                        "update by key",
                        15,
                        draw -> stamped(
                                draw,
                                owner -> mapper.update(Owner.class, owner)
                                        .set(Owner_.STAMP.set(draw.op()))
                                        .execute())),
                Kind.of(
                        "shared update",
                        15,
                        draw -> stamped(
                                draw, owner -> sharing.update(Owner.of(owner).stamped(draw.op())))),
                Kind.of(
                        "upsert",
                        15,
                        draw -> stamped(
                                draw, owner -> mapper.upsert(Owner.of(owner).stamped(draw.op())))),
                Kind.of("insertAll", 10, this::insertAll),
                Kind.of("atomic insertAll", 10, this::insertAllChunks),
                Kind.of("copyIn", 5, this::copyIn),
                Kind.of("updateAll", 15, this::updateAll),
                Kind.of("save with children", 30, this::saveWithChildren),
                Kind.of("insertAll with children", 10, this::insertAllWithChildren));
    }

    private static Mono<?> insert(Draw draw, ReactiveMapper mapper) {
        return draw.rows("insert", Scope.MAPPER, 1, mapper.insert(Note.of(draw.op(), 0)));
    }

    private Mono<?> insertAndDelete(Draw draw) {
        return draw.rows("insert", Scope.MAPPER, 1, mapper.insert(Note.of(draw.op(), 0)))
                .flatMap(note -> draw.ledger()
                        .recorded(
                                draw.second(),
                                "delete",
                                Scope.MAPPER,
                                List.of(new Removal(draw.op())),
                                sharing.delete(note)));
    }

    private static Mono<?> stamped(Draw draw, LongFunction<Mono<Owner>> write) {
        long owner = draw.owner();
        return draw.recorded("stamp", Scope.MAPPER, new Value("stamp " + owner, 1, draw.op()), write.apply(owner));
    }

    private Mono<?> insertAll(Draw draw) {
        return draw.rows(
                "insertAll",
                Scope.MAPPER,
                MANY,
                mapper.insertAll(Note.all(draw.op(), MANY)).then());
    }

    private Mono<?> insertAllChunks(Draw draw) {
        return draw.rows(
                "atomic insertAll",
                Scope.MAPPER,
                MANY,
                mapper.insertAll(
                                Note.all(draw.op(), MANY),
                                ChunkOptions.defaults().size(7).atomic())
                        .then());
    }

    private Mono<?> copyIn(Draw draw) {
        return draw.rows("copyIn", Scope.MAPPER, MANY, mapper.copyIn(Note.all(draw.op(), MANY)));
    }

    private Mono<?> updateAll(Draw draw) {
        long group = draw.random().nextInt(ChaosSchema.CARD_GROUPS);
        return draw.recorded(
                "updateAll",
                Scope.MAPPER,
                new Value("cards " + group, Card.GROUP, draw.op()),
                mapper.updateAll(Card.group(group, draw.op())).then());
    }

    private Mono<?> saveWithChildren(Draw draw) {
        return draw.rows(
                "save with children",
                Scope.MAPPER,
                1 + Order.LINES,
                mapper.save(Order.of(draw.op(), 0), Order_.LINES.children(Line.of(draw.op(), 1))));
    }

    private Mono<?> insertAllWithChildren(Draw draw) {
        List<Order> orders = List.of(Order.of(draw.op(), 0), Order.of(draw.op(), 1));
        return draw.rows(
                "insertAll with children",
                Scope.MAPPER,
                2 * (1 + Order.LINES),
                mapper.insertAll(orders, Order_.LINES, order -> Line.of(order.op(), 2 + Order.LINES * order.part()))
                        .then());
    }
}
