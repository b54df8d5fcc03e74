package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.MappingException;
import dev.kindred.it.entity.Offer;
import dev.kindred.it.entity.Offer_;
import dev.kindred.it.entity.Shop;
import dev.kindred.it.entity.Shop_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

class ScopedWritesIntegrationTests {

    private static final Instant NOON = Instant.parse("2024-02-29T12:00:00Z");

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Shop.TABLES).resetBefore(Shop.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private Shop shop;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool())
                .listener(recorder)
                .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                .build();
        database.postgres().execute("""
                insert into shops (name) values ('one');
                insert into offers (shop_id, title, open, price) values
                    (1, 'closed', false, 1), (1, 'dear', true, 9), (1, 'cheap', true, 2);
                """);
        shop = mapper.get(Shop.class, 1L).block();
        recorder.clear();
    }

    private List<String> titles(String where) {
        return database.postgres().query("select title from offers where " + where + " order by id").stream()
                .map(row -> (String) row.get("title"))
                .toList();
    }

    @Test
    void aRowThatIsCreatedGetsWhatTheScopeDemands() {
        Offer created = mapper.related(shop, Shop_.OFFER)
                .create(Offer_.TITLE.set("new"))
                .block();
        Offer saved = mapper.related(shop, Shop_.OFFER).save(Offer.of("saved")).block();

        Shop many = mapper.insertAll(
                        Flux.just(new Shop(null, "many", null, null)),
                        Shop_.OFFER,
                        other -> Offer.of("of " + other.name()))
                .blockLast();

        assertThat(many.offer().block().open()).isTrue();
        assertThat(mapper.save(new Shop(null, "saved", null, null), Shop_.OFFER.child(Offer.of("x")))
                        .flatMap(Shop::offer)
                        .block()
                        .open())
                .isTrue();
        assertThat(created.open()).isTrue();
        assertThat(saved.open()).isTrue();
    }

    @Test
    void theRowThatTheScopePicksIsTheOneThatIsWritten() {
        assertThat(mapper.related(shop, Shop_.OFFER)
                        .update(Offer_.TITLE.set("changed"))
                        .block()
                        .price())
                .isEqualTo(2);
        assertThat(recorder.texts().get(0))
                .isEqualTo("UPDATE \"offers\" SET \"title\" = $1 WHERE (\"id\") IN (SELECT \"id\" FROM \"offers\" WHERE"
                        + " \"shop_id\" = $2 AND \"open\" = $3 AND \"deleted_at\" IS NULL ORDER BY \"price\" ASC,"
                        + " \"id\" ASC LIMIT $4) AND \"shop_id\" = $5 RETURNING \"id\", \"shop_id\", \"title\","
                        + " \"open\","
                        + " \"price\", \"deleted_at\"");
        assertThat(titles("true")).containsExactly("closed", "dear", "changed");
    }

    @Test
    void theSearchOfFirstOrCreateUsesTheScopeToo() {
        Offer found = mapper.related(shop, Shop_.OFFER)
                .firstOrCreate(Offer_.TITLE.set("x"))
                .block();
        assertThat(found.title()).isEqualTo("cheap");

        Offer searched = mapper.related(shop, Shop_.OFFER)
                .matching(Offer_.TITLE.set("closed"))
                .firstOrCreate(List.of())
                .block();
        assertThat(searched.open()).isTrue();
        assertThat(titles("title = 'closed'")).hasSize(2);
    }

    @Test
    void replaceTakesAwayTheRowThatTheOrderOfTheScopePicksAndMarksItAsDeleted() {
        mapper.related(shop, Shop_.OFFER).replace(Offer.of("new")).block();

        assertThat(titles("deleted_at is null")).containsExactly("closed", "dear", "new");
        assertThat(titles("deleted_at = '2024-02-29T12:00:00Z'")).containsExactly("cheap");
    }

    @Test
    void aDeleteMarksTheRowOnce() {
        Offer offer = mapper.get(Offer.class, 1L).block();

        assertThat(mapper.delete(offer).block()).isTrue();
        assertThat(mapper.delete(offer).block()).isFalse();
        assertThat(recorder.texts())
                .contains("UPDATE \"offers\" SET \"deleted_at\" = $1 WHERE \"id\" = $2 AND \"deleted_at\" IS NULL");
        assertThat(mapper.find(Offer.class, 1L).blockOptional()).isEmpty();

        Offer restored = mapper.restore(offer).block();
        assertThat(restored.deletedAt()).isNull();
        assertThat(mapper.find(Offer.class, 1L).blockOptional()).isPresent();
        assertThat(mapper.deletePermanently(offer).block()).isTrue();
        assertThat(titles("true")).hasSize(2);
        assertThatThrownBy(() -> mapper.restore(shop).block())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Shop");
    }

    @Test
    void bulkDeletesMarkRowsAndStillNeedACondition() {
        assertThatThrownBy(() -> mapper.delete(Offer.class).execute().block())
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(mapper.delete(Offer.class)
                        .where(Offer_.OPEN.eq(true))
                        .execute()
                        .block())
                .isEqualTo(2);
        assertThat(mapper.delete(Offer.class).everything().execute().block()).isEqualTo(1);
        assertThat(titles("deleted_at is null")).isEmpty();
        assertThat(mapper.update(Offer.class)
                        .set(Offer_.TITLE.set("x"))
                        .everything()
                        .execute()
                        .block())
                .isZero();
        assertThat(mapper.delete(Offer.class)
                        .everything()
                        .permanently()
                        .execute()
                        .block())
                .isEqualTo(3);
        assertThat(titles("true")).isEmpty();
    }

    @Test
    void chunksAndRelationsMarkRowsToo() {
        List<Offer> all = mapper.from(Offer.class).all().collectList().block();

        assertThat(mapper.related(shop, Shop_.OFFER).delete().block()).isTrue();
        assertThat(titles("deleted_at is not null")).containsExactly("cheap");
        assertThat(mapper.deleteAll(Flux.fromIterable(all)).block()).isEqualTo(2);
        assertThat(titles("deleted_at is null")).isEmpty();
        assertThat(titles("true")).hasSize(3);
    }
}
