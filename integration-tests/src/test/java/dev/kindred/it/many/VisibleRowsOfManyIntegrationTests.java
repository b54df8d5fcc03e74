package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.query.Aggregated;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.function.Tuple2;

/** Which rows a list has: rows that are marked as deleted, and rows of another transaction. */
class VisibleRowsOfManyIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Shop.TABLES).resetBefore(Shop.EMPTY, Shop.ROWS);

    @Test
    void aSoftlyDeletedRowIsReachedOnNoPath() {
        database.postgres()
                .execute("update lines set removed_at = now() where id = 302;"
                        + " update lines set removed_at = now() where order_id = 1");
        ReactiveMapper mapper = ReactiveMapper.create(database.newPool(1));
        ReactiveMapper fewRows =
                ReactiveMapper.builder(database.newPool(1)).siblingRows(1).build();
        Order third = mapper.get(Order.class, 3L).block();

        assertThat(ids(mapper.get(Order.class, 3L).flatMapMany(Order::lines))).containsExactly(303L, 301L);
        assertThat(ids(fewRows.get(Order.class, 3L).flatMapMany(Order::lines))).containsExactly(303L, 301L);
        assertThat(ids(mapper.from(Order.class)
                        .where(Order_.ID.eq(3L))
                        .preload(Order_.LINES)
                        .all()
                        .concatMap(Order::lines)))
                .containsExactly(303L, 301L);
        assertThat(ids(mapper.from(Order.class)
                        .where(Order_.ID.eq(3L))
                        .preload(Order_.LINES, lines -> lines.limitEach(2))
                        .all()
                        .concatMap(Order::lines)))
                .containsExactly(303L, 301L);
        assertThat(ids(mapper.related(third, Order_.LINES).query().stream(1))).containsExactly(303L, 301L);
        assertThat(mapper.from(Order.class).has(Order_.LINES).count().block()).isEqualTo(6);
        assertThat(mapper.aggregate(List.of(third), Order_.LINES.count())
                        .map(Aggregated::entity)
                        .single()
                        .block())
                .isSameAs(third);
        assertThat(mapper.from(Order.class)
                        .where(Order_.LINES.count().eq(2L))
                        .count()
                        .block())
                .isEqualTo(2);
        assertThat(ids(mapper.related(third, Order_.LINES).query().withDeleted().all()))
                .containsExactly(303L, 302L, 301L);
    }

    @Test
    void ofTwoSubscribersOfOneHandleOnlyTheTransactionSeesItsRow() {
        ReactiveMapper mapper = ReactiveMapper.create(database.newPool(2));
        Client client = mapper.get(Client.class, 1L).block();
        Mono<Long> counted = Mono.defer(() -> client.orders().count());

        Tuple2<Long, Long> both = mapper.insert(new Order(null, 1L, null, "new", 1, 1, null, null))
                .then(Mono.zip(counted, counted.contextWrite(context -> Context.empty())))
                .flatMap(counts -> mapper.currentTransaction()
                        .doOnNext(transaction -> transaction.setRollbackOnly())
                        .thenReturn(counts))
                .as(mapper::transactional)
                .block();

        assertThat(both.getT1()).isEqualTo(5);
        assertThat(both.getT2()).isEqualTo(4);
        assertThat(Relations.stateOf(client.orders()).getOrNull()).hasSize(4);
        assertThat(counted.block()).isEqualTo(4);
    }

    private static List<Long> ids(Flux<Line> lines) {
        return lines.map(Line::id).collectList().block();
    }
}
