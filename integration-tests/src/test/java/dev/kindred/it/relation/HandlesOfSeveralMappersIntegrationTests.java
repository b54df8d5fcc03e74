package dev.kindred.it.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ReactiveMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two databases with a mapper each: the transaction of one is none of the other's. */
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
