package dev.kindred.it.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.it.entity.Employee;
import dev.kindred.it.entity.Employee_;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.Aggregated;
import dev.kindred.query.PreloadQuery;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.jackson.RelationModule;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RelationJsonIntegrationTests {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new RelationModule()).build();
    private static final JsonMapper JSON_WITH_NULLS =
            JsonMapper.builder().addModule(RelationModule.nullKeysAsNull()).build();

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(2));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
        database.postgres().execute("delete from profiles where id = 2");
    }

    private JsonNode written(Object value) {
        int before = recorder.count();
        JsonNode tree = JSON.readTree(JSON.writeValueAsString(value));
        assertThat(recorder.count()).isEqualTo(before);
        return tree;
    }

    @Test
    void whatIsNotLoadedIsLeftOut() {
        JsonNode user = written(mapper.get(User.class, 1L).block());

        assertThat(user.has("profile")).isFalse();
        assertThat(user.get("email").asString()).isEqualTo("user1@example.org");
        assertThat(written(User.of("new")).has("profile")).isFalse();
        assertThat(written(new User(null, "new", Mono.empty())).has("profile")).isFalse();
    }

    @Test
    void whatIsLoadedAndEmptyIsNull() {
        User user = mapper.get(User.class, 2L).block();
        user.profile().blockOptional();

        JsonNode json = written(user);
        assertThat(json.has("profile")).isTrue();
        assertThat(json.get("profile").isNull()).isTrue();
    }

    @Test
    void whatIsLoadedIsNestedToWhatWasLoaded() {
        User user = mapper.from(User.class)
                .where(User_.ID.eq(1L))
                .preload(User_.PROFILE, profile -> profile.preload(Profile_.AVATAR))
                .one()
                .block();

        JsonNode json = written(user);
        assertThat(json.get("profile").get("name").asString()).isEqualTo("name 1");
        assertThat(json.get("profile").get("avatar").get("url").asString()).isEqualTo("https://example.org/1");
        assertThat(json.get("profile").has("user")).isFalse();
    }

    @Test
    void aCycleTerminates() {
        Profile profile = mapper.related(User.of("new"), User_.PROFILE)
                .create(Profile_.NAME.set("Jane"))
                .block();

        JsonNode json = written(profile);
        assertThat(json.get("user").get("email").asString()).isEqualTo("new");
        assertThat(json.get("user").has("profile")).isFalse();

        database.postgres().execute("insert into employees values (1, 'self', 1)");
        Employee self = mapper.from(Employee.class)
                .preload(Employee_.MANAGER, manager -> manager.preload(Employee_.MANAGER))
                .one()
                .block();
        assertThat(written(self).get("manager").get("manager").get("name").asString())
                .isEqualTo("self");
    }

    @Test
    void aNullKeyIsWrittenOnlyWhereTheRelationWasAskedFor() {
        database.postgres().execute("insert into profiles (id, user_id, name) values (9, null, 'alone')");
        EntitySelect<Profile> alone = mapper.from(Profile.class).where(Profile_.ID.eq(9L));
        EntitySelect<Profile> all = mapper.from(Profile.class).orderBy(Profile_.ID.asc());

        assertThat(written(alone.one().block()).has("user")).isFalse();
        assertThat(written(all.all().collectList().block()).get(1).has("user")).isFalse();
        assertThat(JSON_WITH_NULLS
                        .readTree(JSON_WITH_NULLS.writeValueAsString(alone.one().block()))
                        .get("user")
                        .isNull())
                .isTrue();

        Profile subscribed = alone.one().block();
        subscribed.user().blockOptional();
        assertThat(written(subscribed).get("user").isNull()).isTrue();
        for (EntitySelect<Profile> query : List.of(
                alone.preload(Profile_.USER),
                alone.preload(Profile_.USER, PreloadQuery::joined),
                all.preload(Profile_.USER).offset(1),
                all.preload(Profile_.USER, PreloadQuery::joined).offset(1))) {
            assertThat(written(query.first().block()).get("user").isNull()).isTrue();
        }
        assertThat(written(mapper.preload(alone.all().collectList().block(), Profile_.USER)
                                .blockFirst())
                        .get("user")
                        .isNull())
                .isTrue();
        List<Profile> siblings = all.all().collectList().block();
        siblings.get(0).user().block();
        assertThat(written(siblings.get(1)).get("user").isNull()).isTrue();
    }

    @Test
    void valuesOfRelatedRowsStandBesideTheMembersOfTheEntity() {
        List<Aggregated<User>> users = mapper.from(User.class)
                .preload(User_.PROFILE, profile -> profile.preload(Profile_.USER))
                .orderBy(User_.ID.asc())
                .with(User_.PROFILE.count(), User_.PROFILE.max(Profile_.LOCALE).as("lastLocale"))
                .all()
                .collectList()
                .block();

        JsonNode json = written(users);

        assertThat(json.get(0).propertyNames()).containsExactly("id", "email", "profile", "profileCount", "lastLocale");
        assertThat(json.get(0).get("email").asString()).isEqualTo("user1@example.org");
        assertThat(json.get(0).get("profile").get("user").get("email").asString())
                .isEqualTo("user1@example.org");
        assertThat(json.get(0).get("profileCount").asLong()).isEqualTo(1);
        assertThat(json.get(0).get("lastLocale").asString()).isEqualTo("en");
        assertThat(json.get(1).get("profile").isNull()).isTrue();
        assertThat(json.get(1).get("profileCount").asLong()).isZero();
        assertThat(json.get(1).get("lastLocale").isNull()).isTrue();
    }

    @Test
    void anyOtherMonoIsAnError() {
        assertThatThrownBy(() -> JSON.writeValueAsString(new User(1L, "a", Mono.never())))
                .hasMessageContaining("not a relation");
    }
}
