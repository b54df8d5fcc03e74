package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.Assignment;
import dev.kindred.reactor.HasOneOperations;
import dev.kindred.reactor.ReactiveMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** The numbers of statements that the documentation of each method states. */
class FindOrCreateStatementsIntegrationTests {

    private static final Assignment<Profile> NAME = Profile_.NAME.set("mine");

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Schema.TABLES)
            .resetBefore(
                    Schema.EMPTY, "drop trigger if exists rival on profiles", "drop index if exists profiles_user");

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    private static void index() {
        database.postgres().execute("create unique index profiles_user on profiles (user_id)");
    }

    /** Each insert of a profile finds that another caller has just inserted one for the same user. */
    private static void rival() {
        database.postgres().execute("""
                create or replace function rival() returns trigger language plpgsql as $$
                begin
                    if pg_trigger_depth() = 1 then
                        insert into profiles (user_id, name) values (new.user_id, 'rival');
                    end if;
                    return new;
                end $$;
                create trigger rival before insert on profiles for each row execute function rival();
                """);
    }

    private User user(boolean withProfile) {
        User user = mapper.insert(User.of("user")).block();
        if (withProfile) {
            mapper.insert(Profile.of(user.id(), "existing")).block();
        }
        return user;
    }

    /** Returns the number of statements of the operation, without BEGIN and COMMIT. */
    private long statements(User user, Operation operation) {
        recorder.clear();
        assertThat(operation.on(mapper.related(user, User_.PROFILE)).block()).isNotNull();
        return recorder.texts().stream()
                .filter(text -> !text.startsWith("BEGIN") && !text.equals("COMMIT"))
                .count();
    }

    private interface Operation {
        Mono<Profile> on(HasOneOperations<User, Profile> profile);
    }

    @Test
    void withAUniqueIndex() {
        index();

        assertThat(statements(user(true), profile -> profile.firstOrCreate(NAME)))
                .isEqualTo(1);
        assertThat(statements(user(false), profile -> profile.firstOrCreate(NAME)))
                .isEqualTo(2);
        assertThat(statements(user(false), profile -> profile.createOrFirst(NAME)))
                .isEqualTo(1);
        assertThat(statements(user(true), profile -> profile.createOrFirst(NAME)))
                .isEqualTo(2);
        assertThat(statements(user(true), profile -> profile.updateOrCreate(NAME)))
                .isEqualTo(1);
        assertThat(statements(user(false), profile -> profile.updateOrCreate(NAME)))
                .isEqualTo(2);
    }

    @Test
    void withAUniqueIndexAfterAnotherCallerWasFaster() {
        index();
        User first = user(false);
        User second = user(false);
        User third = user(false);
        rival();

        assertThat(statements(first, profile -> profile.firstOrCreate(NAME))).isEqualTo(3);
        assertThat(statements(second, profile -> profile.createOrFirst(NAME))).isEqualTo(2);
        assertThat(statements(third, profile -> profile.updateOrCreate(NAME))).isEqualTo(3);
        assertThat(database.postgres().query("select name from profiles order by user_id"))
                .extracting(row -> row.get("name"))
                .containsExactly("rival", "rival", "mine");
    }

    @Test
    void withoutAUniqueIndex() {
        assertThat(statements(user(false), profile -> profile.firstOrCreate(NAME)))
                .as("the insert that shows that the index is missing is one more statement")
                .isEqualTo(5);

        assertThat(statements(user(true), profile -> profile.firstOrCreate(NAME)))
                .isEqualTo(1);
        assertThat(statements(user(false), profile -> profile.firstOrCreate(NAME)))
                .isEqualTo(4);
        assertThat(statements(user(false), profile -> profile.createOrFirst(NAME)))
                .isEqualTo(3);
        assertThat(statements(user(true), profile -> profile.createOrFirst(NAME)))
                .isEqualTo(2);
        assertThat(statements(user(true), profile -> profile.updateOrCreate(NAME)))
                .isEqualTo(1);
        assertThat(statements(user(false), profile -> profile.updateOrCreate(NAME)))
                .isEqualTo(4);
    }
}
