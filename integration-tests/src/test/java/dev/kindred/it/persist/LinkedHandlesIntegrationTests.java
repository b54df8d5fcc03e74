package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Offer;
import dev.kindred.it.entity.Offer_;
import dev.kindred.it.entity.Shop;
import dev.kindred.it.entity.Shop_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.RelationState;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A write links a handle to the stored row only if a read would find exactly that row. */
class LinkedHandlesIntegrationTests {

    private static final Instant NOON = Instant.parse("2024-02-29T12:00:00Z");

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Shop.TABLES).resetBefore(Shop.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    private static Shop shop(String name) {
        return new Shop(null, name, null, null);
    }

    private static Offer offer(boolean open, @Nullable Instant deletedAt) {
        return new Offer(null, null, "given", open, 1, deletedAt, null);
    }

    private static void assertNotLoaded(@Nullable Mono<?> handle) {
        assertThat(Relations.stateOf(handle)).isInstanceOf(RelationState.NotLoaded.class);
    }

    private void assertLoaded(Mono<Offer> handle) {
        recorder.clear();
        assertThat(handle.block().title()).isEqualTo("given");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aNewOwnerKnowsTheChildOnlyThroughTheRelationsWhoseScopeItSatisfies() {
        Offer closed = mapper.insert(offer(false, null)).block();

        Shop created = mapper.related(closed, Offer_.SHOP)
                .create(Shop_.NAME.set("created"))
                .block();
        Shop associated = mapper.related(closed, Offer_.SHOP)
                .associate(shop("associated"))
                .block()
                .shop()
                .block();

        for (Shop shop : List.of(created, associated)) {
            assertNotLoaded(shop.offer());
            assertLoaded(shop.anyOffer());
        }
        assertThat(associated.offer().blockOptional()).isEmpty();
    }

    @Test
    void aScopeThatTheChildSatisfiesIsLinked() {
        Offer open = mapper.insert(offer(true, null)).block();

        Shop created =
                mapper.related(open, Offer_.SHOP).create(Shop_.NAME.set("new")).block();

        assertLoaded(created.offer());
        assertLoaded(created.anyOffer());
    }

    @Test
    void aChildThatIsMarkedAsDeletedIsNeverLinked() {
        Offer deleted = mapper.insert(offer(true, NOON)).block();
        Shop created = mapper.related(deleted, Offer_.SHOP)
                .create(Shop_.NAME.set("created"))
                .block();
        Shop together = mapper.related(offer(true, NOON), Offer_.SHOP)
                .associate(shop("together"))
                .block()
                .shop()
                .block();
        Shop saved = mapper.save(shop("saved"), Shop_.ANY_OFFER.child(offer(true, NOON)))
                .block();
        Shop many = mapper.insertAll(Flux.just(shop("many")), Shop_.ANY_OFFER, any -> offer(true, NOON))
                .blockLast();

        for (Shop shop : List.of(created, together, saved, many)) {
            assertNotLoaded(shop.offer());
            assertNotLoaded(shop.anyOffer());
            assertThat(shop.anyOffer().blockOptional()).isEmpty();
        }
    }

    @Test
    void aPreloadDoesNotBelieveWhatAWriteDidNotProve() {
        Offer closed = mapper.insert(offer(false, null)).block();
        Shop created = mapper.related(closed, Offer_.SHOP)
                .create(Shop_.NAME.set("new"))
                .block();
        recorder.clear();

        Shop preloaded = mapper.preload(List.of(created), Shop_.OFFER).single().block();

        assertThat(recorder.count()).isEqualTo(1);
        assertThat(Relations.stateOf(preloaded.offer())).isInstanceOf(RelationState.Empty.class);
    }

    @Test
    void aStoredParentWithAnOlderRowFindsThatOne() {
        Shop stored = mapper.save(shop("shop"), Shop_.ANY_OFFER.child(offer(true, null)))
                .block();
        assertLoaded(stored.anyOffer());

        Shop saved = mapper.save(stored, Shop_.ANY_OFFER.child(new Offer(null, null, "newer", true, 1, null, null)))
                .block();

        assertThat(saved.anyOffer().block().title()).isEqualTo("given");
        assertThat(mapper.related(saved, Shop_.ANY_OFFER).find().block().title())
                .isEqualTo("given");
    }

    @Test
    void aNewParentKnowsTheChildThatIsStoredWithIt() {
        Shop saved = mapper.save(shop("saved"), Shop_.OFFER.child(offer(false, null)))
                .block();
        Shop many = mapper.insertAll(Flux.just(shop("many")), Shop_.OFFER, any -> offer(false, null))
                .blockLast();

        for (Shop shop : List.of(saved, many)) {
            assertLoaded(shop.offer());
            assertThat(shop.anyOffer().block().title()).isEqualTo("given");
        }
    }
}
