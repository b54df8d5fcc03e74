package dev.kindred.it.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.InvalidCursorException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.query.Window;
import dev.kindred.reactor.PagedSelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.test.StatementRecorder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** Cursors after writes, and cursors that are refused. See {@link ScrolledProfiles} for the rows. */
class CursorsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, ScrolledProfiles.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1))
                .operationListener(recorder)
                .build();
    }

    @Test
    void noRowComesTwiceAndNoneThatStaysIsLostWhileOthersWrite() {
        ReactiveMapper others = ReactiveMapper.create(database.newPool(4));
        PagedSelect<Profile> query = mapper.from(Profile.class).orderBy(Profile_.TELEPHONE.desc(), Profile_.NAME.asc());
        Set<Long> staying = new HashSet<>();
        for (long id = 1; id <= 60; id++) {
            if (id % 4 != 0) {
                staying.add(id);
            }
        }

        List<Long> seen = new ArrayList<>();
        @Nullable String cursor = null;
        long round = 0;
        do {
            Window<Profile> window = query.scroll(5, cursor).block();
            window.rows().forEach(row -> seen.add(row.id()));
            cursor = window.next();
            round++;
            write(others, round);
        } while (cursor != null && round < 100);

        assertThat(cursor).isNull();
        assertThat(seen).doesNotHaveDuplicates().containsAll(staying);
        assertThat(recorder).executed((int) round);
    }

    /** Inserts rows before and after every position, and deletes a row that a cursor may refer to. */
    private static void write(ReactiveMapper others, long round) {
        Flux.range(0, 4)
                .flatMap(i ->
                        others.insert(new Profile(null, null, "n" + i, i % 2 == 0 ? null : "t" + i, "en", null, null)))
                .then(others.delete(Profile.class)
                        .where(Profile_.ID.eq(round * 4))
                        .execute())
                .block();
    }

    @Test
    void scrollingGoesOnWhereTheRowOfTheCursorWasDeleted() {
        PagedSelect<Profile> query = mapper.from(Profile.class);
        Window<Profile> first = query.scroll(5).block();
        database.postgres().execute("delete from profiles where id in (4, 5, 6)");

        assertThat(query.scroll(2, first.next()).block().rows())
                .map(Profile::id)
                .containsExactly(7L, 8L);
    }

    @Test
    void aCursorThatWasChangedOrBelongsElsewhereIsAnErrorBeforeAnyStatement() {
        PagedSelect<Profile> query = mapper.from(Profile.class).orderBy(Profile_.NAME.asc());
        String cursor = query.scroll(5).block().next();
        recorder.clear();

        isRefused(query, cursor.substring(1), "The cursor was changed");
        isRefused(query, "", "The cursor was changed");
        isRefused(
                mapper.from(Profile.class).orderBy(Profile_.NAME.desc()),
                cursor,
                "The cursor does not belong to the query for Profile sorted by name desc, id desc");
        isRefused(mapper.from(User.class), cursor, "The cursor does not belong to the query for User sorted by id asc");
        isRefused(
                ReactiveMapper.create(database.pool()).from(Profile.class).orderBy(Profile_.NAME.asc()),
                cursor,
                "The cursor was changed, or was signed with another key.");
        assertThat(recorder).executedNothing();
    }

    private static void isRefused(PagedSelect<?> query, String cursor, String message) {
        assertThatExceptionOfType(InvalidCursorException.class)
                .isThrownBy(() -> query.scroll(5, cursor).block())
                .withMessageStartingWith(message);
    }

    @Test
    void mappersOfOneKeyShareTheirCursors() {
        byte[] key = "0123456789abcdef".getBytes(UTF_8);
        ReactiveMapper one =
                ReactiveMapper.builder(database.pool()).cursorKey(key).build();
        ReactiveMapper other =
                ReactiveMapper.builder(database.pool()).cursorKey(key).build();

        String cursor = one.from(Profile.class).scroll(5).block().next();

        assertThat(other.from(Profile.class).scroll(1, cursor).block().rows())
                .map(Profile::id)
                .containsExactly(6L);
    }
}
