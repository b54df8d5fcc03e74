package dev.kindred.it.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.NPlusOneHints;
import dev.kindred.reactor.ReactiveMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Reads that a request repeats are logged once, with what to do. */
class NPlusOneHintsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(7));

    private final ReactiveMapper mapper = ReactiveMapper.builder(database.pool())
            .operationListener(NPlusOneHints.logging())
            .build();

    private static List<String> logged(Publisher<?> request) {
        return WarnLog.of(
                "dev.kindred.hint",
                () -> Flux.from(request).contextWrite(NPlusOneHints::request).blockLast());
    }

    @Test
    void aRelationReadForEachEntityIsLoggedOnceWithThePreload() {
        List<String> lines = logged(mapper.from(User.class)
                .all()
                .publishOn(Schedulers.parallel())
                .flatMap(user -> mapper.related(user, User_.PROFILE).find()));

        assertThat(lines)
                .singleElement()
                .asString()
                .contains("5 operations read User.profile one by one.")
                .contains("Add preload(User_.PROFILE) to the query that reads the User rows.")
                .contains("WHERE \"user_id\" = $1")
                .doesNotContain("name 1");
    }

    @Test
    void aReadByKeyForEachEntityNamesTheEntity() {
        List<String> lines = logged(Flux.range(1, 7).concatMap(id -> mapper.find(Profile.class, id)));

        assertThat(lines)
                .singleElement()
                .asString()
                .contains("5 operations read Profile one by one.")
                .contains("the relation to Profile");
    }

    @Test
    void rawSqlForEachEntityIsLogged() {
        List<String> lines = logged(Flux.range(1, 7)
                .concatMap(id -> mapper.sql("select name from profiles where user_id = :id")
                        .bind("id", id)
                        .map(row -> row.get("name", String.class))
                        .all()));

        assertThat(lines).singleElement().asString().contains("= any(..)");
    }

    @Test
    void siblingsPreloadsStreamsAndWritesAreNotLogged() {
        assertThat(logged(mapper.from(User.class).all().flatMap(User::profile))).isEmpty();
        assertThat(logged(mapper.from(User.class).preload(User_.PROFILE).all())).isEmpty();
        assertThat(logged(mapper.from(User.class).preload(User_.PROFILE).stream(1)))
                .isEmpty();
        assertThat(logged(Flux.range(1, 7).concatMap(id -> mapper.insert(User.of("x" + id)))))
                .isEmpty();
    }

    @Test
    void eachRequestCountsItsOwnReads() {
        Flux<Profile> four = Flux.range(1, 4).concatMap(id -> mapper.find(Profile.class, id));

        List<String> lines = new ArrayList<>(logged(four));
        lines.addAll(logged(four));
        lines.addAll(WarnLog.of("dev.kindred.hint", () -> four.repeat(2).blockLast()));

        assertThat(lines).isEmpty();
    }
}
