package dev.kindred.it.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two databases with one mapper each. A transaction of one mapper does not apply to the other. */
class HandlesOfSeveralMappersIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension here =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(1));

    @RegisterExtension
    static final DatabaseExtension there = DatabaseExtension.create(Schema.TABLES)
            .resetBefore(Schema.EMPTY, Schema.users(1), "update profiles set name = 'there'");

    private ReactiveMapper mapper;
    private ReactiveMapper other;

    @BeforeEach
    void mappers() {
        mapper = ReactiveMapper.create(here.pool());
        other = ReactiveMapper.create(there.pool());
    }

    @Test
    void aHandleReadsFromTheDatabaseItsEntityCameFrom() {
        User user = other.find(User.class, 1L).block();

        assertThat(user.profile().map(Profile::name).as(mapper::transactional).block())
                .isEqualTo("there");
    }

    @Test
    void aPreloadOfEntitiesOfTwoDatabasesLeavesTheHandlesOfTheOtherAlone() {
        User mine = mapper.find(User.class, 1L).block();
        User foreign = other.find(User.class, 1L).block();

        List<User> loaded = mapper.preload(List.of(mine, foreign), User_.PROFILE)
                .collectList()
                .block();

        assertThat(loaded.get(0)).isSameAs(mine);
        assertThat(loaded)
                .extracting(user -> user.profile().map(Profile::name).block())
                .containsExactly("name 1", "name 1");
        assertThat(Relations.stateOf(foreign.profile()).isLoaded()).isFalse();
        assertThat(foreign.profile().map(Profile::name).block()).isEqualTo("there");
    }

    @Test
    void aPreloadKnowsTheHandlesOfAnotherMapperOfTheSameConnections() {
        User user = ReactiveMapper.create(here.pool()).find(User.class, 1L).block();

        assertThat(mapper.preload(List.of(user), User_.PROFILE).single().block())
                .isSameAs(user);
        assertThat(Relations.stateOf(user.profile()).isLoaded()).isTrue();
    }

    @Test
    void aQueryReadsFromTheDatabaseOfItsMapper() {
        assertThat(other.find(Profile.class, 1L)
                        .map(Profile::name)
                        .as(mapper::transactional)
                        .block())
                .isEqualTo("there");
    }

    @Test
    void anInsertWritesToTheDatabaseOfItsMapper() {
        other.insert(User.of("new@example.org")).as(mapper::transactional).block();

        assertThat(here.postgres().queryLong("select count(*) from users")).isEqualTo(1);
        assertThat(there.postgres().queryLong("select count(*) from users")).isEqualTo(2);
    }
}
