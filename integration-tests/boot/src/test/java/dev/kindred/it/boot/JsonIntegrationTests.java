package dev.kindred.it.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MapperException;
import dev.kindred.error.MappingException;
import dev.kindred.it.boot.app.Tables;
import dev.kindred.it.boot.app.User;
import dev.kindred.it.boot.app.User.Badge;
import dev.kindred.it.boot.app.User_;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.jackson.RelationModule;
import dev.kindred.type.JsonFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** JSON with the JsonMapper of the application. */
class JsonIntegrationTests extends BootTests {

    @BeforeEach
    void oneUser() {
        database.execute(Tables.EMPTY
                + "; insert into users (email, badge)"
                + " values ('ann@example.org', '{\"color\": \"red\", \"years\": [1]}');"
                + "insert into profiles (user_id, name) values (1, 'Ann')");
    }

    private static User user(ApplicationContext context) {
        return run(context.getBean(ReactiveMapper.class)
                .from(User.class)
                .preload(User_.PROFILE)
                .one());
    }

    @Test
    void membersAndRelationsUseTheMapperOfTheApplication() {
        application().run(context -> {
            User user = user(context);

            assertThat(user.badge()).isEqualTo(new Badge("red", List.of(1)));
            assertThat(context.getBean(JsonMapper.class).writeValueAsString(user))
                    .contains("\"profile\":{")
                    .contains("\"name\":\"Ann\"")
                    .doesNotContain("notes");
        });
    }

    @Test
    void theSettingsOfTheApplicationApply() {
        application()
                .withPropertyValues("spring.jackson.property-naming-strategy=UPPER_CAMEL_CASE")
                .run(context -> {
                    run(context.getBean(ReactiveMapper.class)
                            .insert(new User(null, "bob@example.org", new Badge("blue", List.of()), null, null)));

                    assertThat(database.queryLong("select count(*) from users where badge ->> 'Color' = 'blue'"))
                            .isEqualTo(1);
                });
    }

    @Test
    void fractionsAreNotTruncated() {
        database.execute("update users set badge = '{\"color\": \"red\", \"years\": [1.5]}'");

        application()
                .run(context ->
                        assertThatExceptionOfType(MappingException.class).isThrownBy(() -> user(context)));
    }

    @Test
    void itCanBeSwitchedOff() {
        application().withPropertyValues("kindred.json.enabled=false").run(context -> {
            assertThat(context).doesNotHaveBean(RelationModule.class).doesNotHaveBean(JsonFormat.class);
            assertThatExceptionOfType(MapperException.class).isThrownBy(() -> user(context));
        });
    }

    @Test
    void aFormatOfTheApplicationIsKept() {
        application()
                .withBean("own", JsonFormat.class, JsonFormat::none)
                .run(context ->
                        assertThat(context).hasSingleBean(JsonFormat.class).hasBean("own"));
    }
}
