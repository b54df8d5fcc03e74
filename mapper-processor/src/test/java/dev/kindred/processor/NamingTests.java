package dev.kindred.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamingTests {

    @ParameterizedTest
    @CsvSource({
        "id, id",
        "userId, user_id",
        "User, user",
        "UserAccount, user_account",
        "URLPath, url_path",
        "baseURL, base_url",
        "parseXMLFile, parse_xml_file",
        "address2, address2",
        "address2Line, address2_line",
        "HTML5Parser, html5_parser",
        "a, a",
        "aB, a_b",
        "ABC, abc",
        "user_id, user_id",
        "User_Id, user_id",
        "_hidden, _hidden",
        "größeÄndern, größe_ändern",
        "ID, id",
        "a$b, a$b"
    })
    void columnsAreInSnakeCase(String java, String snake) {
        assertThat(Naming.snakeCase(java)).isEqualTo(snake);
    }

    @ParameterizedTest
    @CsvSource({"id, ID", "userId, USER_ID", "URLPath, URL_PATH", "größe, GRÖSSE"})
    void constantsAreInUpperSnakeCase(String member, String constant) {
        assertThat(Naming.constant(member)).isEqualTo(constant);
    }

    @ParameterizedTest
    @CsvSource({"User, user", "UserAccount, userAccount", "URLEntry, urlEntry", "SKU, sku", "Order2Go, order2Go"})
    void keysBeginWithTheClassInCamelCase(String type, String camel) {
        assertThat(Naming.camelCase(type)).isEqualTo(camel);
    }

    @Test
    void keysEndWithTheCapitalizedMember() {
        assertThat(Naming.capitalized("id")).isEqualTo("Id");
        assertThat(Naming.capitalized("")).isEmpty();
    }

    @Test
    void anIdentifierHasAtMost63Bytes() {
        assertThat(Naming.isIdentifier("x".repeat(63))).isTrue();
        assertThat(Naming.isIdentifier("x".repeat(64))).isFalse();
        assertThat(Naming.isIdentifier("é".repeat(31))).isTrue();
        assertThat(Naming.isIdentifier("é".repeat(32))).isFalse();
    }

    @Test
    void anIdentifierIsNotBlankAndHasNoNul() {
        assertThat(Naming.isIdentifier("")).isFalse();
        assertThat(Naming.isIdentifier(" ")).isFalse();
        assertThat(Naming.isIdentifier("a\0b")).isFalse();
    }
}
