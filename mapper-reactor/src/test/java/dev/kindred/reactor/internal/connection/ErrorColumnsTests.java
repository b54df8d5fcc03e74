package dev.kindred.reactor.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorColumnsTests {

    @Test
    void theColumnsStandBeforeTheEqualsSignInEveryLanguage() {
        assertThat(ErrorColumns.parse("Key (user_id)=(7) already exists.")).containsExactly("user_id");
        assertThat(ErrorColumns.parse("Schlüssel »(a, b)=(1, 2)« existiert bereits."))
                .containsExactly("a", "b");
        assertThat(ErrorColumns.parse("Key (id)=(7) is still referenced from table \"profiles\"."))
                .containsExactly("id");
    }

    @Test
    void quotedNamesAndExpressionsAreKept() {
        assertThat(ErrorColumns.parse("Key (\"a\"\"b\")=(7) already exists.")).containsExactly("a\"b");
        assertThat(ErrorColumns.parse("Key (lower(email))=(x) already exists.")).containsExactly("lower(email)");
    }

    @Test
    void aValueThatLooksLikeAKeyIsNotRead() {
        assertThat(ErrorColumns.parse("Key (name)=((secret)=(x)) already exists."))
                .containsExactly("name");
        assertThat(ErrorColumns.parse("Failing row contains (7, x).")).isEmpty();
    }
}
