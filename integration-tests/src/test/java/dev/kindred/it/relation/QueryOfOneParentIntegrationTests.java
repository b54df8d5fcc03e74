package dev.kindred.it.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A query of one parent's relation is limited to the row that the relation resolves to. User 1 has two candidate rows.
 */
class QueryOfOneParentIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, """
                insert into users (email) values ('a@example.org'), ('b@example.org');
                insert into profiles (user_id, name, locale) values (1, 'first', 'en'), (1, 'second', 'en'), (2, \
                'other', 'en');
                """);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    @Test
    void theSubQueryOfAnUnsavedParentHasNoRow() {
        EntitySelect<Profile> none =
                mapper.related(User.of("unsaved@example.org"), User_.PROFILE).query();

        assertThat(mapper.from(Profile.class)
                        .where(Profile_.ID.in(none.values(Profile_.ID)))
                        .count()
                        .block())
                .isZero();
        assertThat(mapper.from(Profile.class)
                        .where(Profile_.ID.in(
                                none.orWhere(Profile_.NAME.isNotNull()).values(Profile_.ID)))
                        .count()
                        .block())
                .isZero();
    }

    @Test
    void theSubQueryOfAParentHasItsRow() {
        assertThat(mapper.from(Profile.class)
                        .where(Profile_.ID.in(profileOfFirst().values(Profile_.ID)))
                        .all()
                        .map(Profile::name)
                        .collectList()
                        .block())
                .containsExactly("first");
    }

    @Test
    void distinctValuesAreThoseOfTheOneRow() {
        assertThat(profileOfFirst()
                        .project(Profile_.NAME)
                        .distinct()
                        .all()
                        .collectList()
                        .block())
                .containsExactly("first");
    }

    @Test
    void groupsAreThoseOfTheOneRow() {
        EntitySelect<Profile> query = profileOfFirst();
        recorder.clear();

        assertThat(query.groupBy(Profile_.LOCALE)
                        .with(Profile_.MODEL.count())
                        .all()
                        .map(group -> group.get(Profile_.MODEL.count()))
                        .collectList()
                        .block())
                .containsExactly(1L);
        assertThat(recorder.texts())
                .containsExactly("SELECT \"locale\", count(*) FROM \"profiles\" WHERE (\"id\") IN (SELECT \"id\" FROM"
                        + " \"profiles\""
                        + " WHERE \"user_id\" = $1 ORDER BY \"id\" ASC LIMIT $2) GROUP BY \"locale\"");
    }

    private EntitySelect<Profile> profileOfFirst() {
        return mapper.related(mapper.get(User.class, 1L).block(), User_.PROFILE).query();
    }
}
