package dev.kindred.internal.render.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.support.HostileTexts;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"id", "order", "SELECT", "Mixed Case", "a.b", "a b", "ß", "$1", "a;--", "1", "a\\b", "a'b", "\n"
            })
    void everyNameStandsInQuotesAsItIs(String name) {
        assertThat(Identifiers.quote(name)).isEqualTo('"' + name + '"');
    }

    @Test
    void aQuoteInANameIsDoubled() {
        assertThat(Identifiers.quote("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(Identifiers.quote("\"")).isEqualTo("\"\"\"\"");
        assertThat(Identifiers.quote("\"\"")).isEqualTo("\"\"\"\"\"\"");
        assertThat(Identifiers.quote("a\"; DROP TABLE users; --")).isEqualTo("\"a\"\"; DROP TABLE users; --\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "a\0b"})
    void aNameIsNotEmptyAndHasNoNul(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Identifiers.quote(name))
                .withMessageContaining("must not be empty")
                .withMessageContaining("NUL");
    }

    @Test
    void aNameMayHave63Bytes() {
        String ascii = "a".repeat(63);
        String twoBytesEach = "ß".repeat(31) + "a";
        String fourBytesEach = "😀".repeat(15) + "abc";

        assertThat(Identifiers.quote(ascii)).isEqualTo('"' + ascii + '"');
        assertThat(Identifiers.quote(twoBytesEach)).isEqualTo('"' + twoBytesEach + '"');
        assertThat(Identifiers.quote(fourBytesEach)).isEqualTo('"' + fourBytesEach + '"');
    }

    static Stream<String> namesOf64Bytes() {
        return Stream.of("a".repeat(64), "ß".repeat(32), "😀".repeat(16), "語".repeat(21) + "a");
    }

    @ParameterizedTest
    @MethodSource("namesOf64Bytes")
    void aNameThatTheServerWouldCutIsRefused(String name) {
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSize(64);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Identifiers.quote(name))
                .withMessageContaining(name)
                .withMessageContaining("64 bytes")
                .withMessageContaining("63");
    }

    @Test
    void aDoubledQuoteCountsAsOneByte() {
        assertThat(Identifiers.quote("\"".repeat(63))).isEqualTo("\"".repeat(128));
    }

    static Stream<String> hostileTexts() {
        return HostileTexts.all();
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void aHostileNameIsQuotedAsAWholeOrRefused(String name) {
        if (name.indexOf('\0') >= 0
                || !StandardCharsets.UTF_8.newEncoder().canEncode(name)
                || name.getBytes(StandardCharsets.UTF_8).length > 63) {
            assertThatIllegalArgumentException().isThrownBy(() -> Identifiers.quote(name));
        } else {
            String quoted = Identifiers.quote(name);
            String inside = quoted.substring(1, quoted.length() - 1);

            assertThat(quoted).startsWith("\"").endsWith("\"");
            assertThat(inside.replace("\"\"", "")).doesNotContain("\"");
            assertThat(inside.replace("\"\"", "\"")).isEqualTo(name);
        }
    }
}
