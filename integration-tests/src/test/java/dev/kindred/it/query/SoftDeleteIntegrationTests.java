package dev.kindred.it.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MappingException;
import dev.kindred.it.entity.Offer;
import dev.kindred.it.entity.Offer_;
import dev.kindred.it.entity.Shop;
import dev.kindred.it.entity.Shop_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.RelatedRows;
import dev.kindred.query.PreloadQuery;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Shop 1 has an offer, shop 2 a deleted and an existing one, shop 3 a deleted one. */
class SoftDeleteIntegrationTests {

    private static final String OFFERS =
            "SELECT \"id\", \"shop_id\", \"title\", \"open\", \"price\", \"deleted_at\" FROM \"offers\"";

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Shop.TABLES).resetBefore(Shop.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
        database.postgres().execute("""
                insert into shops (name) values ('one'), ('two'), ('three');
                insert into offers (shop_id, title, deleted_at) values
                    (1, 'here', null), (2, 'gone', '2025-01-02 03:04:05Z'), (2, 'here too', null), (3, 'gone too', \
                now());
                """);
    }

    @Test
    void everyReadLeavesDeletedRowsOut() {
        assertThat(titles(offers())).containsExactly("here", "here too");
        assertThat(offers().count().block()).isEqualTo(2);
        assertThat(offers().where(Offer_.SHOP_ID.eq(3)).exists().block()).isFalse();
        assertThat(mapper.find(Offer.class, 2L).blockOptional()).isEmpty();
        assertThat(recorder.texts().get(0)).isEqualTo(OFFERS + " WHERE \"deleted_at\" IS NULL ORDER BY \"id\" ASC");
        assertThat(recorder.texts().get(3)).isEqualTo(OFFERS + " WHERE \"deleted_at\" IS NULL AND \"id\" = $1");
    }

    @Test
    void deletedRowsAreReadWhenAskedFor() {
        assertThat(titles(offers().withDeleted())).containsExactly("here", "gone", "here too", "gone too");
        assertThat(titles(offers().onlyDeleted())).containsExactly("gone", "gone too");
        assertThat(titles(offers().where(Offer_.SHOP_ID.eq(1))
                        .orWhere(Offer_.SHOP_ID.eq(2))
                        .onlyDeleted()))
                .containsExactly("gone");
        assertThat(offers().onlyDeleted().first().map(Offer::deletedAt).block()).isEqualTo("2025-01-02T03:04:05Z");
    }

    @Test
    void handlesAndPreloadsLeaveDeletedRowsOut() {
        assertThat(shops().all()
                        .concatMap(Shop::anyOffer)
                        .map(Offer::title)
                        .collectList()
                        .block())
                .containsExactly("here", "here too");
        assertThat(preloaded(shops().preload(Shop_.ANY_OFFER))).containsExactly("here", "here too");
        assertThat(preloaded(shops().preload(Shop_.ANY_OFFER, PreloadQuery::withDeleted)))
                .containsExactly("here", "gone", "gone too");
        assertThat(recorder.texts().get(1))
                .isEqualTo(OFFERS + " WHERE \"shop_id\" = ANY($1) AND \"deleted_at\" IS NULL ORDER BY \"id\" ASC");
        assertThat(recorder.texts().get(5)).isEqualTo(OFFERS + " WHERE \"shop_id\" = ANY($1) ORDER BY \"id\" ASC");
    }

    @Test
    void theQueryOfOneEntityLeavesDeletedRowsOutUnlessAskedFor() {
        Shop three = mapper.get(Shop.class, 3L).block();

        assertThat(mapper.related(three, Shop_.ANY_OFFER).find().blockOptional())
                .isEmpty();
        assertThat(mapper.related(three, Shop_.ANY_OFFER)
                        .query()
                        .withDeleted()
                        .first()
                        .map(Offer::title)
                        .block())
                .isEqualTo("gone too");
    }

    @Test
    void filtersLeaveDeletedRowsOutAtEachLevel() {
        assertThat(names(shops().has(Shop_.ANY_OFFER))).containsExactly("one", "two");
        assertThat(names(shops().whereHas(Shop_.ANY_OFFER, RelatedRows::onlyDeleted)))
                .containsExactly("two", "three");
        assertThat(names(shops().whereHas(
                                Shop_.ANY_OFFER,
                                offer -> offer.withDeleted()
                                        .whereHas(Offer_.SHOP, shop -> shop.doesntHave(Shop_.ANY_OFFER)))))
                .containsExactly("three");
        assertThat(titles(offers().whereHas(Offer_.SHOP, shop -> shop.whereHas(Shop_.ANY_OFFER, o -> o.onlyDeleted()))))
                .containsExactly("here too");
    }

    @Test
    void valuesLeaveDeletedRowsOutUnlessAskedFor() {
        assertThat(shops().with(
                                Shop_.ANY_OFFER.count(),
                                Shop_.ANY_OFFER.count(RelatedRows::withDeleted).as("all"))
                        .all()
                        .map(row -> List.of(row.get(Shop_.ANY_OFFER.count()), row.get("all", Long.class)))
                        .collectList()
                        .block())
                .containsExactly(List.of(1L, 1L), List.of(1L, 2L), List.of(0L, 1L));
    }

    @Test
    void anEntityWithoutTheMarkIsAnErrorBeforeAnyStatement() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> shops().withDeleted())
                .withMessageContaining("Shop has no member marked @SoftDelete");
        assertThat(recorder.count()).isZero();
    }

    private EntitySelect<Shop> shops() {
        return mapper.from(Shop.class).orderBy(Shop_.ID.asc());
    }

    private EntitySelect<Offer> offers() {
        return mapper.from(Offer.class).orderBy(Offer_.ID.asc());
    }

    private static List<String> titles(EntitySelect<Offer> query) {
        return query.all().map(Offer::title).collectList().block();
    }

    private static List<String> names(EntitySelect<Shop> query) {
        return query.all().map(Shop::name).collectList().block();
    }

    private static List<String> preloaded(EntitySelect<Shop> query) {
        return query.all()
                .concatMap(Shop::anyOffer)
                .map(Offer::title)
                .collectList()
                .block();
    }
}
