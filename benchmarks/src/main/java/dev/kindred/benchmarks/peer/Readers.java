package dev.kindred.benchmarks.peer;

import dev.kindred.benchmarks.entity.ProfileRow;
import dev.kindred.benchmarks.entity.Setting;
import dev.kindred.benchmarks.entity.UserRow;
import dev.kindred.benchmarks.entity.WideRow;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Hand-written R2DBC row mapping: each column by index. */
final class Readers {

    private Readers() {}

    static UserRow user(Readable row) {
        return new UserRow(
                row.get(0, Long.class),
                row.get(1, String.class),
                row.get(2, Boolean.class),
                row.get(3, Integer.class),
                row.get(4, UUID.class),
                row.get(5, OffsetDateTime.class));
    }

    static ProfileRow profile(Readable row, int from) {
        return new ProfileRow(
                row.get(from, Long.class),
                row.get(from + 1, Long.class),
                row.get(from + 2, String.class),
                row.get(from + 3, String.class),
                row.get(from + 4, String.class));
    }

    static Setting setting(Readable row) {
        return new Setting(
                row.get(0, Long.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, Integer.class),
                row.get(4, OffsetDateTime.class));
    }

    static WideRow wideRow(Readable row) {
        return new WideRow(
                row.get(0, Long.class),
                row.get(1, Short.class),
                row.get(2, Short.class),
                row.get(3, Integer.class),
                row.get(4, Integer.class),
                row.get(5, Integer.class),
                row.get(6, Long.class),
                row.get(7, Long.class),
                row.get(8, Float.class),
                row.get(9, Double.class),
                row.get(10, Double.class),
                row.get(11, BigDecimal.class),
                row.get(12, BigDecimal.class),
                row.get(13, Boolean.class),
                row.get(14, Boolean.class),
                row.get(15, String.class),
                row.get(16, String.class),
                row.get(17, String.class),
                row.get(18, String.class),
                row.get(19, UUID.class),
                row.get(20, UUID.class),
                row.get(21, LocalDate.class),
                row.get(22, LocalTime.class),
                row.get(23, LocalDateTime.class),
                row.get(24, OffsetDateTime.class),
                row.get(25, OffsetDateTime.class),
                row.get(26, byte[].class),
                row.get(27, String[].class),
                row.get(28, Integer[].class),
                row.get(29, String.class));
    }
}
