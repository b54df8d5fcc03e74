package dev.kindred.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Schema;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.model.Aggregate;
import dev.kindred.model.Condition;
import dev.kindred.model.RawSql;
import dev.kindred.query.Aggregated;
import dev.kindred.query.GroupedRow;
import dev.kindred.query.Page;
import dev.kindred.query.PageRequest;
import dev.kindred.query.Window;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs the documentation's code for queries by relation, verbatim. */
class QueryReadmeIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(3));

    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.create(database.pool());
        database.postgres().execute("update profiles set telephone = null, locale = 'si' where id = 3");
    }

    @Test
    void filtersByRelations() {
        Flux<User> reachable = mapper.from(User.class)
                .whereHas(User_.PROFILE, profile -> profile.where(Profile_.TELEPHONE.isNotNull()))
                .orDoesntHave(User_.PROFILE)
                .all();

        Condition<User> english = User_.PROFILE.exists(profile -> profile.where(Profile_.LOCALE.eq("en")));

        Mono<Long> others = mapper.from(User.class)
                .where(english.not().and(User_.PROFILE.count().le(1L)))
                .count();

        assertThat(reachable.count().block()).isEqualTo(2);
        assertThat(others.block()).isEqualTo(1);
    }

    @Test
    void countsRelatedRows() {
        List<User> usersAtHand = mapper.from(User.class).all().collectList().block();
        Aggregate<User, Long> profiles = User_.PROFILE.count();

        Flux<String> lines = mapper.from(User.class)
                .with(
                        profiles,
                        User_.PROFILE
                                .count(p -> p.where(Profile_.TELEPHONE.isNotNull()))
                                .as("reachable"))
                .orderBy(profiles.desc())
                .all()
                .map(row -> row.entity().email() + ": " + row.get(profiles) + ", " + row.get("reachable", Long.class));

        Flux<Aggregated<User>> same = mapper.aggregate(usersAtHand, profiles);

        assertThat(lines.collectList().block()).hasSize(3).contains("user3@example.org: 1, 0");
        assertThat(same.count().block()).isEqualTo(3);
    }

    @Test
    void readsValuesGroupsAndLocks() {
        Flux<String> locales =
                mapper.from(Profile.class).project(Profile_.LOCALE).distinct().all();

        Flux<GroupedRow<Profile>> used = mapper.from(Profile.class)
                .groupBy(Profile_.LOCALE)
                .with(Profile_.MODEL.count())
                .having(Profile_.MODEL.count().gt(1L))
                .all();

        Mono<User> locked = mapper.from(User.class)
                .where(User_.ID.eq(212L))
                .forUpdate()
                .skipLocked()
                .one();

        assertThat(locales.collectList().block()).containsExactlyInAnyOrder("en", "si");
        assertThat(used.count().block()).isEqualTo(1);
        assertThat(locked.as(mapper::transactional).blockOptional()).isEmpty();
    }

    @Test
    void readsPagesAndWindows() {
        @Nullable String cursor = null;

        Mono<Page<User>> page = mapper.from(User.class)
                .preload(User_.PROFILE)
                .orderBy(User_.EMAIL.asc())
                .page(PageRequest.of(0, 20));

        Mono<Window<User>> window =
                mapper.from(User.class).orderBy(User_.EMAIL.asc()).scroll(20, cursor);

        assertThat(page.block().total()).isEqualTo(3);
        assertThat(window.block().rows()).hasSize(3);
    }

    @Test
    void streams() {
        Export export = new Export();

        Mono<Long> exported = mapper.from(User.class).preload(User_.PROFILE).stream()
                .concatMap(user -> user.profile().flatMap(export::write))
                .count();

        assertThat(exported.block()).isEqualTo(3);
    }

    @Test
    void runsSqlByHand() {
        Flux<Domain> domains = mapper.sql("""
                select split_part(email, '@', 2) as name, count(*) as users
                from users where id > :after group by 1 order by 1
                """)
                .bind("after", 1L)
                .map(row -> new Domain(row.get("name", String.class), row.get("users", Long.class)))
                .all();

        Flux<User> shortest = mapper.from(User.class)
                .where(RawSql.unsafeSql("length(email) < :length")
                        .bind("length", 20)
                        .condition())
                .where(User_.ID.in(mapper.from(Profile.class)
                        .where(Profile_.LOCALE.eq("en"))
                        .values(Profile_.USER_ID)))
                .all();

        assertThat(domains.collectList().block()).containsExactly(new Domain("example.org", 2));
        assertThat(shortest.count().block()).isEqualTo(2);
    }

    private record Domain(String name, long users) {}

    private static final class Export {

        Mono<Integer> write(Profile profile) {
            return Mono.just(profile.name().length());
        }
    }
}
