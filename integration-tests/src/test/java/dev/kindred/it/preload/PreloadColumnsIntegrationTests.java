package dev.kindred.it.preload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.it.entity.Avatar;
import dev.kindred.it.entity.Avatar_;
import dev.kindred.it.entity.Country;
import dev.kindred.it.entity.Country_;
import dev.kindred.it.entity.Desk;
import dev.kindred.it.entity.Desk_;
import dev.kindred.it.entity.Flag;
import dev.kindred.it.entity.Flag_;
import dev.kindred.it.entity.KeySchema;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Room_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.PreloadQuery;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Relations of queries that select some of the columns. */
class PreloadColumnsIntegrationTests {

    private static final String PROFILES = " FROM \"profiles\" WHERE \"user_id\" = ANY($1) ORDER BY \"id\" ASC";

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Schema.TABLES + KeySchema.TABLES)
            .resetBefore(Schema.EMPTY, KeySchema.EMPTY, Schema.users(2));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    @Test
    void theForeignKeyIsReadBesideTheColumnsOfAPreload() {
        List<User> users = mapper.from(User.class)
                .preload(User_.PROFILE, profile -> profile.select(Profile_.NAME))
                .orderBy(User_.ID.asc())
                .all()
                .collectList()
                .block();

        assertThat(recorder.texts().get(1)).isEqualTo("SELECT \"name\", \"user_id\"" + PROFILES);
        assertThat(users).map(user -> user.profile().block().name()).containsExactly("name 1", "name 2");
        assertThat(users).map(user -> user.profile().block().userId()).containsOnlyNulls();
        assertThat(users).map(user -> user.profile().block().telephone()).containsOnlyNulls();
        assertThat(recorder.count()).isEqualTo(2);
        assertThatThrownBy(() -> users.get(0).profile().flatMap(Profile::user).block())
                .isInstanceOf(RelationKeyMissingException.class)
                .hasMessageContaining("Profile.user")
                .hasMessageContaining("its key column Profile.userId was not selected");
    }

    @Test
    void aForeignKeyThatIsSelectedIsNotRepeated() {
        mapper.from(User.class)
                .preload(User_.PROFILE, profile -> profile.select(Profile_.NAME, Profile_.USER_ID))
                .all()
                .blockLast();

        assertThat(recorder.texts().get(1)).isEqualTo("SELECT \"user_id\", \"name\"" + PROFILES);
    }

    @Test
    void theKeyOfTheOwnerIsReadBesideTheColumnsOfAPreload() {
        List<Profile> profiles = mapper.from(Profile.class)
                .preload(Profile_.USER, user -> user.select(User_.EMAIL))
                .orderBy(Profile_.ID.asc())
                .all()
                .collectList()
                .block();

        assertThat(recorder.texts().get(1)).isEqualTo("SELECT \"email\", \"id\" FROM \"users\" WHERE \"id\" = ANY($1)");
        assertThat(profiles)
                .map(profile -> profile.user().block().email())
                .containsExactly("user1@example.org", "user2@example.org");
        assertThat(profiles).map(profile -> profile.user().block().id()).containsOnlyNulls();
    }

    @Test
    void aJoinedPreloadReadsTheForeignKeyBesideItsColumns() {
        List<User> users = mapper.from(User.class)
                .preload(User_.PROFILE, profile -> profile.select(Profile_.NAME).joined())
                .orderBy(User_.ID.asc())
                .all()
                .collectList()
                .block();

        assertThat(recorder.texts()).singleElement().asString().contains("\"j1\".\"name\", \"j1\".\"user_id\" FROM");
        assertThat(users).map(user -> user.profile().block().name()).containsExactly("name 1", "name 2");
        assertThat(users).map(user -> user.profile().block().userId()).containsOnlyNulls();
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void aJoinedPreloadOfNoRowIsKnownToBeEmptyWithoutTheForeignKey() {
        database.postgres().execute("delete from profiles where user_id = 2");

        List<User> users = mapper.from(User.class)
                .preload(
                        User_.PROFILE,
                        profile -> profile.select(Profile_.TELEPHONE).joined())
                .orderBy(User_.ID.asc())
                .all()
                .collectList()
                .block();

        assertThat(users)
                .map(user -> Relations.stateOf(user.profile()).getClass().getSimpleName())
                .containsExactly("Loaded", "Empty");
    }

    @Test
    void nestedPreloadsReadEachKeyBesideTheColumns() {
        for (UnaryOperator<PreloadQuery<Avatar>> avatars :
                List.<UnaryOperator<PreloadQuery<Avatar>>>of(avatar -> avatar, PreloadQuery::joined)) {
            List<User> users = mapper.from(User.class)
                    .preload(
                            User_.PROFILE,
                            profile -> profile.select(Profile_.ID, Profile_.NAME)
                                    .preload(Profile_.AVATAR, avatar -> avatars.apply(avatar.select(Avatar_.URL))))
                    .orderBy(User_.ID.asc())
                    .all()
                    .collectList()
                    .block();
            recorder.clear();

            assertThat(users)
                    .map(user -> user.profile().flatMap(Profile::avatar).block().url())
                    .containsExactly("https://example.org/1", "https://example.org/2");
            assertThat(recorder.count()).isZero();
        }
    }

    @Test
    void existingEntitiesAreLoadedWithoutTheForeignKey() {
        List<User> users = mapper.preload(
                        mapper.from(User.class).orderBy(User_.ID.asc()).all(),
                        User_.PROFILE,
                        profile -> profile.select(Profile_.NAME))
                .collectList()
                .block();

        assertThat(users).map(user -> user.profile().block().name()).containsExactly("name 1", "name 2");
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void aTextKeyThatIgnoresCaseIsReadBesideTheColumns() {
        database.postgres().execute("""
                create extension if not exists citext;
                alter table flags drop constraint flags_country_code_fkey;
                alter table countries alter code type citext;
                alter table flags alter country_code type citext;
                insert into countries (code, name) values ('Lk', 'a');
                insert into flags (country_code, colours) values ('Lk', '1');
                """);

        for (UnaryOperator<PreloadQuery<Flag>> flags :
                List.<UnaryOperator<PreloadQuery<Flag>>>of(flag -> flag, PreloadQuery::joined)) {
            Country country = mapper.from(Country.class)
                    .preload(Country_.FLAG, flag -> flags.apply(flag.select(Flag_.COLOURS)))
                    .one()
                    .block();

            assertThat(country.flag().block().colours()).isEqualTo("1");
            assertThat(country.flag().block().countryCode()).isNull();
        }
    }

    @Test
    void aPartOfAKeyThatIsSelectedIsNotRepeated() {
        database.postgres().execute("""
                insert into rooms values ('a', 1, 'one');
                insert into desks values (1, 'a', 1);
                """);

        Desk desk = mapper.from(Desk.class)
                .preload(Desk_.ROOM, room -> room.select(Room_.NAME, Room_.NUMBER))
                .one()
                .block();

        assertThat(recorder.texts().get(1)).startsWith("SELECT \"number\", \"name\", \"building\" FROM \"rooms\"");
        assertThat(desk.room().block().name()).isEqualTo("one");
    }

    @Test
    void aNestedPreloadMayUseTheForeignKeyWithoutASelect() {
        User user = mapper.from(User.class)
                .preload(User_.PROFILE, profile -> profile.select(Profile_.NAME).preload(Profile_.USER))
                .orderBy(User_.ID.asc())
                .first()
                .block();

        assertThat(user.profile().flatMap(Profile::user).block().id()).isEqualTo(user.id());
    }

    @Test
    void aSelectWithTheLocalKeyLeavesTheHandleWorking() {
        List<Profile> profiles = mapper.from(User.class)
                .select(User_.ID)
                .all()
                .flatMap(User::profile)
                .collectList()
                .block();

        assertThat(profiles).extracting(Profile::name).containsExactlyInAnyOrder("name 1", "name 2");
        assertThat(recorder.texts().get(0)).isEqualTo("SELECT \"id\" FROM \"users\"");
        assertThat(recorder.count()).isEqualTo(2);
    }
}
