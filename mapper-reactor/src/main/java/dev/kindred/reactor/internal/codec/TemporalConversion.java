package dev.kindred.reactor.internal.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.message.Format;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a date or a timestamp as another Java type, for example a {@code timestamp} as an {@code Instant}. The driver
 * has the conversion rules and the time zone of the session. It decodes values before 2000, infinity and dates far in
 * the future wrongly, so this class passes those values to it as text.
 */
final class TemporalConversion<T> implements ValueReader<T> {

    /** The last day whose microseconds fit a {@code long}. */
    private static final int LAST_DAY = (int) (Long.MAX_VALUE / 86_400_000_000L);

    private final PostgresqlObjectId source;

    private final Class<T> target;

    private final OtherCodecs others;

    private volatile @Nullable Codec<T> decoder;

    TemporalConversion(PostgresqlObjectId source, Class<T> target, OtherCodecs others) {
        this.source = source;
        this.target = target;
        this.others = others;
    }

    @Override
    public T read(ByteBuf buffer, int start, int length) {
        return isDecodedRightly(buffer, start)
                ? decode(buffer.slice(start, length), Format.FORMAT_BINARY)
                : decode(
                        Unpooled.copiedBuffer(text(buffer, start, length), StandardCharsets.US_ASCII),
                        Format.FORMAT_TEXT);
    }

    private boolean isDecodedRightly(ByteBuf buffer, int start) {
        if (this.source == PostgresqlObjectId.DATE) {
            int days = buffer.getInt(start);
            return days >= 0 && days <= LAST_DAY;
        }
        long micros = buffer.getLong(start);
        return micros >= 0 && micros != Long.MAX_VALUE;
    }

    private String text(ByteBuf buffer, int start, int length) {
        if (this.source == PostgresqlObjectId.DATE) {
            LocalDate date = TemporalReader.localDate(buffer, start, length);
            return isInfinite(date) ? infinity(date) : date(date) + era(date);
        }
        LocalDateTime dateTime = TemporalReader.localDateTime(buffer, start, length);
        LocalDate date = dateTime.toLocalDate();
        if (isInfinite(date)) {
            return infinity(date);
        }
        String offset = this.source == PostgresqlObjectId.TIMESTAMPTZ ? "+00" : "";
        return date(date) + ' ' + DateTimeFormatter.ISO_LOCAL_TIME.format(dateTime) + offset + era(date);
    }

    private T decode(ByteBuf value, Format format) {
        Codec<T> found = this.decoder;
        if (found == null) {
            found = this.others.find(this.source, format, this.target);
            this.decoder = found;
        }
        return Objects.requireNonNull(found.decode(value, this.source.getObjectId(), format, this.target));
    }

    private static boolean isInfinite(LocalDate date) {
        return date.equals(LocalDate.MAX) || date.equals(LocalDate.MIN);
    }

    private static String infinity(LocalDate date) {
        return date.equals(LocalDate.MAX) ? "infinity" : "-infinity";
    }

    private static String date(LocalDate date) {
        int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
        return pad(year, 4) + '-' + pad(date.getMonthValue(), 2) + '-' + pad(date.getDayOfMonth(), 2);
    }

    private static String era(LocalDate date) {
        return date.getYear() > 0 ? "" : " BC";
    }

    private static String pad(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
