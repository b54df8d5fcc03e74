package dev.kindred.benchmarks.entity;

import dev.kindred.benchmarks.harness.Turns;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

/** The rows to write: the same values for every peer. */
public final class NewRows {

    private static final OffsetDateTime START = OffsetDateTime.of(2025, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private NewRows() {}

    /** Returns a user without a key. */
    public static UserRow user(long turn) {
        return new UserRow(
                0,
                "new" + turn + "@example.org",
                turn % 3 != 0,
                (int) (turn % 1000),
                new UUID(turn * 31, turn),
                START.plusSeconds(turn % 1_000_000).plusNanos(turn % 1000 * 1000));
    }

    /** Returns users without keys. */
    public static List<UserRow> users(long turn, int count) {
        return LongStream.range(turn * count, (turn + 1) * count)
                .mapToObj(NewRows::user)
                .toList();
    }

    /** Returns 1,000 settings with new values; half of them exist. */
    public static List<Setting> halfKnown(long turn) {
        long known = Turns.pageStart(turn, Turns.PAGE / 2);
        return LongStream.range(0, Turns.PAGE)
                .mapToObj(n -> setting(
                        turn, n % 2 == 0 ? known + 1 + n / 2 : Turns.USERS + 1 + turn * (Turns.PAGE / 2) + n / 2))
                .toList();
    }

    /** Returns 1,000 existing settings with new values. */
    public static List<Setting> allKnown(long turn) {
        long before = Turns.pageStart(turn, Turns.PAGE);
        return LongStream.rangeClosed(1, Turns.PAGE)
                .mapToObj(n -> setting(turn, before + n))
                .toList();
    }

    /** Returns the key of the basket of {@link #notes(long)}. */
    public static long basketOf(long turn) {
        return 1 + Math.floorMod(turn, (long) Turns.BASKETS);
    }

    /** Returns 1,000 notes of one basket without keys. */
    public static List<Note> notes(long turn) {
        return LongStream.range(0, Turns.PAGE)
                .mapToObj(n -> new Note(null, basketOf(turn), "Note " + turn + " " + n, (int) n))
                .toList();
    }

    private static Setting setting(long turn, long id) {
        return new Setting(
                id, "name" + id, "content of " + id + " in turn " + turn, (int) (turn % 1000), START.plusSeconds(turn));
    }

    /** Returns a profile without keys. */
    public static ProfileRow profile(long turn) {
        return new ProfileRow(0, 0, "Name " + turn, turn % 4 == 0 ? null : "614-867-" + turn % 10_000, "en");
    }
}
