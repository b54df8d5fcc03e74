package dev.kindred.benchmarks.peer;

import dev.kindred.benchmarks.entity.Setting;
import dev.kindred.benchmarks.entity.UserRow;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Converts rows to an array for each column, for {@code unnest}. */
final class Columns {

    private Columns() {}

    static Object[] of(List<UserRow> users) {
        return new Object[] {
            users.stream().map(UserRow::email).toArray(String[]::new),
            users.stream().map(UserRow::active).toArray(Boolean[]::new),
            users.stream().map(UserRow::score).toArray(Integer[]::new),
            users.stream().map(UserRow::token).toArray(UUID[]::new),
            users.stream().map(UserRow::createdAt).toArray(OffsetDateTime[]::new)
        };
    }

    static Object[] ofSettings(List<Setting> settings) {
        return new Object[] {
            settings.stream().map(Setting::id).toArray(Long[]::new),
            settings.stream().map(Setting::name).toArray(String[]::new),
            settings.stream().map(Setting::content).toArray(String[]::new),
            settings.stream().map(Setting::revision).toArray(Integer[]::new),
            settings.stream().map(Setting::changedAt).toArray(OffsetDateTime[]::new)
        };
    }
}
