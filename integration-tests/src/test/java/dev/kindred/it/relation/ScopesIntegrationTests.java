package dev.kindred.it.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.internal.query.ScopeValues;
import dev.kindred.it.entity.Offer;
import dev.kindred.it.entity.Offer_;
import dev.kindred.it.entity.Shop;
import dev.kindred.it.entity.Shop_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.Aggregated;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/**
 * Shop 1 has a closed offer, an expensive open one and a cheap open one. Shop 2 has only a closed offer, shop 3 none.
 */
class ScopesIntegrationTests {

    private static final String OFFERS =
            "SELECT \"id\", \"shop_id\", \"title\", \"open\", \"price\", \"deleted_at\" FROM \"offers\" WHERE ";
    private static final String FIRST = OFFERS.replace("SELECT ", "SELECT DISTINCT ON (\"shop_id\") ");
    private static final String SCOPE = " AND \"open\" = $2 AND \"deleted_at\" IS NULL";
    private static final String ORDER = " ORDER BY \"price\" ASC, \"id\" ASC";
    private static final String ORDER_OF_EACH = " ORDER BY \"shop_id\" ASC, \"price\" ASC, \"id\" ASC";
    private static final String PICKED =
            "(\"id\") IN (SELECT DISTINCT ON (\"shop_id\") \"id\" FROM \"offers\" WHERE \"shop_id\" = ANY($1)" + SCOPE
                    + ORDER_OF_EACH + ")";
    private static final String INSIDE = "FROM \"offers\" AS \"t1\" WHERE \"t1\".\"shop_id\" = \"t0\".\"id\""
            + " AND \"t1\".\"open\" = $1 AND \"t1\".\"deleted_at\" IS NULL";
    private static final String FIRST_INSIDE =
            "FROM (SELECT \"t1\".\"id\", \"t1\".\"shop_id\", \"t1\".\"title\", \"t1\".\"open\","
                    + " \"t1\".\"price\", \"t1\".\"deleted_at\" "
                    + INSIDE + " ORDER BY \"t1\".\"price\" ASC, \"t1\".\"id\" ASC LIMIT 1) AS \"t1\"";

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
                insert into offers (shop_id, title, open, price) values
                    (1, 'closed', false, 1), (1, 'dear', true, 9), (1, 'cheap', true, 3), (2, 'closed too', false, 2);
                """);
    }

    @Test
    void handlesLoadWithinTheScopeOnceAndItsOrderDecidesWhichRowCounts() {
        assertThat(titles(shops().all().concatMap(Shop::offer))).containsExactly("cheap");
        assertThat(recorder.texts().get(1)).isEqualTo(FIRST + "\"shop_id\" = ANY($1)" + SCOPE + ORDER_OF_EACH);
    }

    @Test
    void preloadsHoldTheScopeOnceBesideTheConditionsOfTheUser() {
        List<String> found = titles(shops().preload(
                        Shop_.OFFER,
                        offer -> offer.where(Offer_.TITLE.eq("closed")).orWhere(Offer_.TITLE.eq("cheap")))
                .all()
                .concatMap(Shop::offer));

        assertThat(found).containsExactly("cheap");
        assertThat(recorder.texts().get(1))
                .isEqualTo(OFFERS + PICKED + " AND (\"title\" = $3 OR \"title\" = $4)" + ORDER);
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void entitiesAtHandPreloadWithinTheScope() {
        List<Shop> shops = shops().all().collectList().block();

        assertThat(titles(mapper.preload(shops, Shop_.OFFER).concatMap(Shop::offer)))
                .containsExactly("cheap");
        assertThat(recorder.texts().get(1)).isEqualTo(FIRST + "\"shop_id\" = ANY($1)" + SCOPE + ORDER_OF_EACH);
    }

    @Test
    void theQueryOfOneEntityHoldsTheScopeOnce() {
        Shop one = mapper.get(Shop.class, 1L).block();
        recorder.clear();

        assertThat(mapper.related(one, Shop_.OFFER).find().map(Offer::title).block())
                .isEqualTo("cheap");
        assertThat(mapper.related(one, Shop_.OFFER)
                        .query()
                        .where(Offer_.PRICE.eq(1))
                        .orWhere(Offer_.PRICE.eq(3))
                        .first()
                        .map(Offer::title)
                        .block())
                .isEqualTo("cheap");
        assertThat(recorder.texts())
                .containsExactly(
                        OFFERS + "\"shop_id\" = $1" + SCOPE + ORDER + " LIMIT $3",
                        OFFERS + "(\"id\") IN (SELECT \"id\" FROM \"offers\" WHERE \"shop_id\" = $1" + SCOPE + ORDER
                                + " LIMIT $3) AND (\"price\" = $4 OR \"price\" = $5)" + ORDER + " LIMIT $6");
    }

    @Test
    void filtersHoldTheScopeOnce() {
        assertThat(names(shops().has(Shop_.OFFER))).containsExactly("one");
        assertThat(names(shops().doesntHave(Shop_.OFFER))).containsExactly("two", "three");
        assertThat(names(shops().has(Shop_.ANY_OFFER))).containsExactly("one", "two");
        assertThat(names(shops().whereHas(
                                Shop_.OFFER,
                                offer -> offer.where(Offer_.PRICE.eq(3)).orWhere(Offer_.PRICE.eq(2)))))
                .containsExactly("one");
        assertThat(recorder.texts().get(0)).contains("WHERE EXISTS (SELECT 1 " + INSIDE + ") ORDER BY");
        assertThat(recorder.texts().get(3))
                .contains("EXISTS (SELECT 1 " + FIRST_INSIDE
                        + " WHERE (\"t1\".\"price\" = $2 OR \"t1\".\"price\" = $3))");
    }

    @Test
    void countsHoldTheScopeOnceAndAreOfTheRowThatItsOrderPicks() {
        List<Aggregated<Shop>> rows = shops().withCount(Shop_.OFFER)
                .withCount(Shop_.ANY_OFFER)
                .withMin(Shop_.OFFER, Offer_.PRICE)
                .all()
                .collectList()
                .block();

        assertThat(rows).map(row -> row.get(Shop_.OFFER.count())).containsExactly(1L, 0L, 0L);
        assertThat(rows).map(row -> row.get(Shop_.ANY_OFFER.count())).containsExactly(3L, 1L, 0L);
        assertThat(rows)
                .map(row -> row.getOrNull(Shop_.OFFER.min(Offer_.PRICE)))
                .containsExactly(3, null, null);
        assertThat(recorder.texts().get(0)).contains("(SELECT count(*) " + FIRST_INSIDE + ")");
    }

    @Test
    void valuesForEntitiesAtHandHoldTheScopeOnce() {
        List<Shop> shops = shops().all().collectList().block();
        recorder.clear();

        assertThat(mapper.aggregate(shops, Shop_.OFFER.count())
                        .map(row -> row.get(Shop_.OFFER.count()))
                        .collectList()
                        .block())
                .containsExactly(1L, 0L, 0L);
        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"shop_id\", count(*) FROM \"offers\" WHERE " + PICKED + " GROUP BY \"shop_id\"");
    }

    @Test
    void aRelationShowsItsPairsAndTheValuesItsScopeDemands() {
        assertThat(Shop_.OFFER.meta()).isEqualTo(Map.of("label", "The offer of the day"));
        assertThat(ScopeValues.of(Shop_.OFFER)).containsExactly(Offer_.OPEN.set(true));
        assertThat(ScopeValues.of(Shop_.ANY_OFFER)).isEmpty();
    }

    @Test
    void aScopeWithAnOrderReadsOneOfManyRows() {
        database.postgres()
                .execute("insert into offers (shop_id, title, price) select 2, 'offer ' || g, g + 1 from"
                        + " generate_series(1, 500) g");

        assertThat(titles(shops().preload(Shop_.OFFER).all().concatMap(Shop::offer)))
                .containsExactly("cheap", "offer 1");
        assertThat(recorder.executions().get(1).rows()).isEqualTo(2);
    }

    @Test
    void aDefaultReplacesAnAbsentChildWithTheKeyAndTheValuesOfTheScope() {
        Shop two = mapper.get(Shop.class, 2L).block();
        recorder.clear();

        Offer offer = mapper.related(two, Shop_.OFFER)
                .getOrDefault(() -> Offer.of("none yet"))
                .block();

        assertThat(offer.id()).isNull();
        assertThat(offer.shopId()).isEqualTo(2);
        assertThat(offer.open()).isTrue();
        assertThat(offer.title()).isEqualTo("none yet");
        assertThat(offer.shop().map(Shop::name).block()).isEqualTo("two");
        assertThat(recorder.count()).isEqualTo(2);
        assertThat(mapper.from(Offer.class).count().block()).isEqualTo(4);
    }

    @Test
    void theDefaultIsNotAskedForWhenThereIsARow() {
        Shop one = mapper.get(Shop.class, 1L).block();

        assertThat(mapper.related(one, Shop_.OFFER)
                        .getOrDefault(() -> {
                            throw new IllegalStateException("asked");
                        })
                        .map(Offer::title)
                        .block())
                .isEqualTo("cheap");
    }

    @Test
    void theDefaultOfAnUnsavedParentHasNoKey() {
        Offer offer = mapper.related(new Shop(null, "new", null, null), Shop_.ANY_OFFER)
                .getOrDefault(() -> Offer.of("none yet"))
                .block();

        assertThat(offer.shopId()).isNull();
        assertThat(offer.title()).isEqualTo("none yet");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void theDefaultOfAnOwnerIsAsGiven() {
        Offer offer = new Offer(9L, null, "stray", true, 1, null, null);

        assertThat(mapper.related(offer, Offer_.SHOP)
                        .getOrDefault(() -> new Shop(null, "guest", null, null))
                        .map(Shop::name)
                        .block())
                .isEqualTo("guest");
    }

    private EntitySelect<Shop> shops() {
        return mapper.from(Shop.class).orderBy(Shop_.ID.asc());
    }

    private static List<String> titles(Flux<Offer> offers) {
        return offers.map(Offer::title).collectList().block();
    }

    private static List<String> names(EntitySelect<Shop> query) {
        return query.all().map(Shop::name).collectList().block();
    }
}
