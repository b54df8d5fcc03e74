package dev.kindred.reactor.internal.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.error.InvalidCursorException;
import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.page.Keyset;
import dev.kindred.internal.page.Position;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HandmadeColumns;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
import dev.kindred.type.SqlTypes;
import dev.kindred.type.WireContext;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTests {

    private static final NumberColumn<Row, Long> ID = HandmadeColumns.number(
            ColumnDefinition.of(Row.class, "id", "id", SqlTypes.LONG, Row::id).with(ColumnTrait.ID));
    private static final TextColumn<Row> NAME =
            HandmadeColumns.text(ColumnDefinition.of(Row.class, "name", "name", SqlTypes.STRING, Row::name));
    private static final EntityModel<Row> MODEL =
            HandmadeColumns.model(Row.class, List.of(ID, NAME), new Row(1L, "name"));

    private static final Keyset<Row> BY_NAME = Keyset.of(SelectQuery.of(MODEL).orderBy(NAME.asc()));
    private static final Keyset<Row> BY_NAME_DOWN =
            Keyset.of(SelectQuery.of(MODEL).orderBy(NAME.desc()));
    private static final CursorKey KEY = CursorKey.of("a key of 16 bytes at least".getBytes(UTF_8));
    private static final Cursors CURSORS = new Cursors(KEY, WireContext.none());
    private static final Position POSITION = BY_NAME.at(new Row(7L, "J\u00e4ne"), false);
    private static final String CURSOR = CURSORS.write(BY_NAME, POSITION);

    private record Row(Long id, String name) {}

    private static void isRefused(Keyset<Row> keyset, String cursor, String message) {
        assertThatExceptionOfType(InvalidCursorException.class)
                .isThrownBy(() -> CURSORS.read(keyset, cursor))
                .withMessageStartingWith(message)
                .withNoCause();
    }

    private static void isForged(String cursor) {
        isRefused(BY_NAME, cursor, "The cursor was changed, or was signed with another key.");
    }

    @Test
    void aCursorIsTextForAnUrlAndLeadsBackToItsPosition() {
        assertThat(CURSOR).matches("[A-Za-z0-9_-]+");
        assertThat(CURSORS.read(BY_NAME, CURSOR)).isEqualTo(POSITION);
        Position backward = BY_NAME.at(new Row(7L, "x"), true);
        assertThat(CURSORS.read(BY_NAME, CURSORS.write(BY_NAME, backward))).isEqualTo(backward);
    }

    @Test
    void aCursorStaysTheSameForAllMappersOfAKey() {
        Cursors other = new Cursors(CursorKey.of("a key of 16 bytes at least".getBytes(UTF_8)), WireContext.none());

        assertThat(other.write(BY_NAME, POSITION)).isEqualTo(CURSOR);
        // what clients hold survives a release only as long as this text stays
        assertThat(CURSOR).isEqualTo("ASTDqmp0PTRUAAAAAAVKw6RuZQAAAAE3Gsp9w-s8nvQ6X4GW2ecdIw");
    }

    @Test
    void aChangeOfAnyByteIsFound() {
        byte[] bytes = Base64.getUrlDecoder().decode(CURSOR);
        for (int i = 0; i < bytes.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = bytes.clone();
                changed[i] ^= (byte) (1 << bit);
                isForged(Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
            }
        }
    }

    @Test
    void aChangeOfAnyCharacterIsFound() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/= %\u00e4";
        for (int i = 0; i < CURSOR.length(); i++) {
            for (int j = 0; j < alphabet.length(); j++) {
                char other = alphabet.charAt(j);
                if (other != CURSOR.charAt(i)) {
                    isForged(CURSOR.substring(0, i) + other + CURSOR.substring(i + 1));
                }
            }
        }
    }

    @Test
    void aCursorThatIsTooShortOrTooLongIsRefused() {
        for (int length = 0; length < CURSOR.length(); length++) {
            isForged(CURSOR.substring(0, length));
        }
        isForged(CURSOR + "=");
        isForged(CURSOR + "A");
        isForged(CURSOR + CURSOR);
    }

    @Test
    void aCursorOfAnotherKeyIsRefused() {
        isForged(new Cursors(CursorKey.random(), WireContext.none()).write(BY_NAME, POSITION));
        isForged(new Cursors(CursorKey.random(), WireContext.none()).write(BY_NAME, POSITION));
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        isRefused(
                BY_NAME_DOWN,
                CURSOR,
                "The cursor does not belong to the query for Row sorted by name desc, id desc, or belongs to another"
                        + " tenant or to an earlier version of it.");
        isRefused(Keyset.of(SelectQuery.of(MODEL)), CURSOR, "The cursor does not belong to the query");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15})
    void aKeyThatIsTooShortIsRefused(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CursorKey.of(new byte[length]))
                .withMessage("cursorKey must have at least 16 bytes, but has " + length);
    }

    @Test
    void aKeyIsCopied() {
        byte[] given = "a key of 16 bytes at least".getBytes(UTF_8);
        Cursors cursors = new Cursors(CursorKey.of(given), WireContext.none());
        Arrays.fill(given, (byte) 0);

        assertThat(cursors.write(BY_NAME, POSITION)).isEqualTo(CURSOR);
    }
}
