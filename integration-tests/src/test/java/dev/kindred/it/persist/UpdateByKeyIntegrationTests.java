package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.MappingException;
import dev.kindred.error.StaleVersionException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.it.entity.Note;
import dev.kindred.it.entity.Note_;
import dev.kindred.it.entity.Offer;
import dev.kindred.it.entity.Offer_;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.Shop;
import dev.kindred.it.entity.Shop_;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
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

/** Updates of a row by its key, and the columns that an update must not name. */
class UpdateByKeyIntegrationTests {

    private static final Instant NOON = Instant.parse("2024-02-29T12:00:00Z");

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES, Note.TABLE, Shop.TABLES, "create unique index on profiles (user_id)")
            .resetBefore(Schema.EMPTY, Shop.EMPTY, "truncate notes restart identity", Schema.users(2), """
                    insert into shops (name) values ('shop');
                    insert into offers (shop_id, title, deleted_at) values (1, 'gone', now()), (1, 'here', null);
                    """);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private Note note;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1))
                .listener(recorder)
                .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                .build();
        note = mapper.insert(Note.of("a")).block();
        recorder.clear();
    }

    @Test
    void theRowIsWrittenAndReturnedWithOneStatement() {
        Note changed = mapper.update(Note.class, 1)
                .set(Note_.TEXT.set("b"))
                .set(List.of(Note_.STATUS.set("done")))
                .execute()
                .block();

        assertThat(changed).isEqualTo(new Note(1L, "b", "done", 1, NOON, NOON));
        assertThat(recorder.texts())
                .containsExactly(
                        "UPDATE \"notes\" SET \"text\" = $1, \"status\" = $2, \"updated_at\" = $3, \"version\" ="
                                + " \"version\" + 1 WHERE \"id\" = $4 RETURNING \"id\", \"text\", \"status\","
                                + " \"version\","
                                + " \"created_at\", \"updated_at\"");
    }

    @Test
    void theVersionThatIsExpectedIsCompared() {
        Note changed = mapper.update(Note.class, note.id())
                .set(Note_.TEXT.set("b"))
                .expecting(0L)
                .execute()
                .block();
        assertThat(changed.version()).isEqualTo(1);

        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> mapper.update(Note.class, note.id())
                        .set(Note_.TEXT.set("c"))
                        .expecting(0)
                        .execute()
                        .block())
                .withMessageContaining("Note");
        assertThat(mapper.get(Note.class, 1L).block()).isEqualTo(changed);
        assertThatThrownBy(() -> mapper.update(User.class, 1L).expecting(0))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("User");
    }

    @Test
    void withoutValuesTheRowIsReadAsItIs() {
        assertThat(mapper.update(Note.class, 1L).execute().block()).isEqualTo(note);
        assertThat(recorder.texts()).singleElement().asString().startsWith("SELECT");
        assertThatThrownBy(() ->
                        mapper.update(Note.class, 1L).expecting(5).execute().block())
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void noRowIsNotFoundAndNeitherIsOneThatIsMarkedAsDeleted() {
        assertThatExceptionOfType(EntityNotFoundException.class)
                .isThrownBy(() -> mapper.update(Note.class, 9L)
                        .set(Note_.TEXT.set("b"))
                        .execute()
                        .block());
        assertThatExceptionOfType(EntityNotFoundException.class)
                .isThrownBy(() -> mapper.update(Offer.class, 1L)
                        .set(Offer_.TITLE.set("x"))
                        .execute()
                        .block());
        assertThat(mapper.update(Offer.class, 2L)
                        .set(Offer_.TITLE.set("x"))
                        .execute()
                        .block()
                        .shop()
                        .block()
                        .name())
                .isEqualTo("shop");
    }

    @Test
    void thePrimaryKeyIsNoUpdatesToWrite() {
        Shop shop = mapper.get(Shop.class, 1L).block();
        recorder.clear();

        assertThatThrownBy(() -> mapper.update(Note.class, 1L)
                        .set(Note_.ID.set(5L))
                        .execute()
                        .block())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Note.id");
        assertThatThrownBy(() -> mapper.update(Note.class)
                        .set(Note_.ID.set(5L))
                        .everything()
                        .execute()
                        .block())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Note.id");
        assertThatThrownBy(() -> mapper.update(Note.class)
                        .set(Note_.ID.set(5L))
                        .everything()
                        .returning()
                        .blockLast())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> mapper.related(shop, Shop_.ANY_OFFER)
                        .update(Offer_.ID.set(5L))
                        .block())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Offer.id");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void updateOrCreateStoresThePayloadAsAWholeAndTheHandlesHaveItsKey() {
        Shop shop = mapper.get(Shop.class, 1L).block();

        Offer updated = mapper.related(shop, Shop_.ANY_OFFER)
                .updateOrCreate(Offer_.ID.set(77L), Offer_.TITLE.set("changed"))
                .block();

        assertThat(updated.id()).isEqualTo(77);
        assertThat(updated.shop().block().anyOffer().block().id()).isEqualTo(77);
        assertThat(mapper.update(updated).block().title()).isEqualTo("changed");
    }

    @Test
    void aKeyThatTheForeignKeyCannotHoldIsAnErrorOfTheMapping() {
        Shop beyond = new Shop(1L << 40, "beyond", null, null);

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper.related(beyond, Shop_.OFFER)
                        .getOrDefault(() -> Offer.of("none"))
                        .block())
                .withMessageContaining("Shop.offer")
                .withMessageContaining("Offer.shopId");
    }

    @Test
    void aSecondChildIsNamedWithTheKeyOfItsOwner() {
        Profile profile = mapper.get(Profile.class, 1L).block();
        User second = mapper.get(User.class, 2L).block();

        assertThatExceptionOfType(UniqueViolationException.class)
                .isThrownBy(() ->
                        mapper.related(profile, Profile_.USER).associate(second).block())
                .withMessageStartingWith("User 2 already has a profile (User.profile).");
        assertThatExceptionOfType(UniqueViolationException.class)
                .isThrownBy(() ->
                        mapper.related(second, User_.PROFILE).save(profile).block())
                .withMessageStartingWith("User 2 already has a profile (User.profile).");
        assertThatExceptionOfType(UniqueViolationException.class)
                .isThrownBy(() -> mapper.update(Profile.class, 1L)
                        .set(Profile_.USER_ID.set(2L))
                        .execute()
                        .block())
                .withMessageStartingWith("User 2 already has a profile (User.profile).");
    }
}
