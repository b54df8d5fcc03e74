package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.UniqueViolationException;
import dev.kindred.it.entity.Offer;
import dev.kindred.it.entity.Offer_;
import dev.kindred.it.entity.Shop;
import dev.kindred.it.entity.Shop_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.FindOrCreateSteps;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A row that the relation omits, because of its scope or a soft delete, still counts for a unique index. */
class HiddenRowsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Shop.TABLES, "create unique index on offers (shop_id)")
            .resetBefore(Shop.EMPTY, """
                    insert into shops (name) values ('closed'), ('deleted');
                    insert into offers (shop_id, title, open, deleted_at) values (1, 'closed', false, null), (2, \
                    'gone', true, now());
                    """);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    private int statementsUntilTheViolation(long shop, Function<FindOrCreateSteps<Offer>, Mono<Offer>> write) {
        Mono<Offer> written =
                mapper.get(Shop.class, shop).flatMap(found -> write.apply(mapper.related(found, Shop_.OFFER)));
        recorder.clear();

        assertThatExceptionOfType(UniqueViolationException.class)
                .isThrownBy(written::block)
                .satisfies(violation -> assertThat(violation.columns()).containsExactly("shop_id"));
        return recorder.count() - 1;
    }

    @Test
    void aHiddenRowIsAViolationAfterFewStatements() {
        for (long shop : List.of(1L, 2L)) {
            assertThat(statementsUntilTheViolation(shop, offer -> offer.createOrFirst(Offer_.TITLE.set("new"))))
                    .isEqualTo(5);
            assertThat(statementsUntilTheViolation(shop, offer -> offer.firstOrCreate(Offer_.TITLE.set("new"))))
                    .isEqualTo(6);
            assertThat(statementsUntilTheViolation(shop, offer -> offer.updateOrCreate(Offer_.TITLE.set("new"))))
                    .isEqualTo(6);
        }
        assertThat(database.postgres().queryLong("select count(*) from offers where title = 'new'"))
                .isZero();
    }

    @Test
    void manyCallersStillEndWithOneRowAndNoErrorWhereNoneIsHidden() {
        Shop shop = mapper.insert(new Shop(null, "new", null, null)).block();

        List<Long> ids = Flux.range(0, 64)
                .flatMap(i -> mapper.related(shop, Shop_.OFFER).firstOrCreate(Offer_.TITLE.set("offer " + i)), 64)
                .map(Offer::id)
                .distinct()
                .collectList()
                .block();

        assertThat(ids).hasSize(1);
    }
}
