package dev.kindred.support;

import java.util.List;
import java.util.stream.Stream;

/** Texts that would change the SQL if a value were written into the statement. */
public final class HostileTexts {
    /** A marker with every character that ends or changes a literal or a name. No rendered statement contains it. */
    public static final String CANARY = "⟦canary⟧'\"\\;--$1?::";

    private static final List<String> INPUTS = List.of(
            "'; --",
            "' OR '1'='1",
            "x'; DROP TABLE users; --",
            "' UNION SELECT usename, passwd FROM pg_shadow --",
            "\\'; DELETE FROM users; --",
            "\"; DROP TABLE users; --",
            "/* */ ' --",
            "''''''",
            "\\x27 OR 1=1 U&'\\0027' E'\\''",
            "a\0b' OR true",
            "'; SELECT pg_sleep(10); --",
            "-1--",
            "$$; SELECT 1; $$",
            "'users'::regclass",
            "\ud800",
            "\u202e\u200b' OR 1=1");

    private HostileTexts() {}

    /** Returns the texts, each of which ends with the canary. */
    public static Stream<String> all() {
        return Stream.concat(Stream.of(CANARY), INPUTS.stream().map(input -> input + CANARY));
    }
}
