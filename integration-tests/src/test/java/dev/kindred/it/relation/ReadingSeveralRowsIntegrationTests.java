package dev.kindred.it.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A has-one relation whose foreign key is not unique resolves to the row with the lowest primary key. */
class ReadingSeveralRowsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, """
                insert into users (email) values ('a@example.org'), ('b@example.org');
                insert into profiles (id, user_id, name) values
                    (12, 1, 'last'), (30, 2, 'other last'), (10, 1, 'first'), (11, 1, 'middle'), (20, 2, 'other first');
                """);

    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.create(database.pool());
    }

    @Test
    void aHandleLoadsTheRowWithTheLowestPrimaryKey() {
        assertThat(users().stream().map(user -> user.profile().block().name())).containsExactly("first", "other first");
    }

    @Test
    void aPreloadLoadsTheRowWithTheLowestPrimaryKey() {
        List<User> users = mapper.from(User.class)
                .preload(User_.PROFILE)
                .orderBy(User_.ID.asc())
                .all()
                .collectList()
                .block();

        assertThat(users.stream().map(user -> user.profile().block().name())).containsExactly("first", "other first");
    }

    @Test
    void aPreloadForEntitiesAtHandLoadsTheRowWithTheLowestPrimaryKey() {
        assertThat(mapper.preload(users(), User_.PROFILE)
                        .concatMap(User::profile)
                        .map(Profile::name)
                        .collectList()
                        .block())
                .containsExactly("first", "other first");
    }

    @Test
    void theRelatedRowIsTheOneWithTheLowestPrimaryKey() {
        assertThat(users().stream()
                        .map(user -> mapper.related(user, User_.PROFILE)
                                .find()
                                .block()
                                .name()))
                .containsExactly("first", "other first");
    }

    @Test
    void theQueryOfARelationReadsTheRowWithTheLowestPrimaryKey() {
        User user = users().get(0);

        assertThat(mapper.related(user, User_.PROFILE)
                        .query()
                        .all()
                        .collectList()
                        .block())
                .extracting(Profile::name)
                .containsExactly("first");
        assertThat(mapper.related(user, User_.PROFILE).query().first().block().name())
                .isEqualTo("first");
        assertThat(mapper.related(user, User_.PROFILE).query().one().block().name())
                .isEqualTo("first");
        assertThat(mapper.related(user, User_.PROFILE).query().count().block()).isEqualTo(1);
    }

    @Test
    void amongTheRowsThatSatisfyAConditionTheLowestPrimaryKeyCounts() {
        List<User> users = mapper.from(User.class)
                .preload(User_.PROFILE, profile -> profile.where(Profile_.NAME.ne("first")))
                .orderBy(User_.ID.asc())
                .all()
                .collectList()
                .block();

        assertThat(users.stream().map(user -> user.profile().block().name())).containsExactly("middle", "other first");
        assertThat(mapper.related(users.get(0), User_.PROFILE)
                        .query()
                        .where(Profile_.NAME.ne("first"))
                        .first()
                        .block()
                        .name())
                .isEqualTo("middle");
    }

    @Test
    void anOrderOfTheUserCountsBeforeThePrimaryKeyAndThePrimaryKeyWhereItLeavesRowsEqual() {
        List<User> byName = mapper.from(User.class)
                .preload(User_.PROFILE, profile -> profile.orderBy(Profile_.NAME.desc()))
                .orderBy(User_.ID.asc())
                .all()
                .collectList()
                .block();
        List<User> byLocale = mapper.from(User.class)
                .preload(User_.PROFILE, profile -> profile.orderBy(Profile_.LOCALE.desc()))
                .orderBy(User_.ID.asc())
                .all()
                .collectList()
                .block();

        assertThat(byName.stream().map(user -> user.profile().block().name())).containsExactly("middle", "other last");
        assertThat(byLocale.stream().map(user -> user.profile().block().name()))
                .containsExactly("first", "other first");
        assertThat(mapper.related(byName.get(0), User_.PROFILE)
                        .query()
                        .orderBy(Profile_.NAME.desc())
                        .first()
                        .block()
                        .name())
                .isEqualTo("middle");
    }

    private List<User> users() {
        return mapper.from(User.class)
                .orderBy(User_.ID.asc())
                .all()
                .collectList()
                .block();
    }
}
