package dev.kindred.it.security;

import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;

/** Texts that would change a statement they are written into, and calls that get one of them. */
final class Hostile {

    /** Every text ends with it, so that it is easy to find. */
    static final String CANARY = "⟦canary⟧'\"\\;--$1?::";

    private static final List<String> TEXTS = List.of(
            "",
            "'; --",
            "' OR '1'='1",
            "x'; DROP TABLE owners; --",
            "' UNION SELECT usename, passwd FROM pg_shadow --",
            "\\'; DELETE FROM owners; --",
            "\"; DROP TABLE owners; --",
            "/* */ ' --",
            "''''''",
            "\\x27 OR 1=1",
            "a\0b' OR true",
            "'; SELECT pg_sleep(10); --",
            "-1--",
            "$$; SELECT 1; $$",
            "E'\\''; --",
            "U&\"\\0027\" OR true",
            "'owners'::regclass",
            "{\"a\":[}]",
            "x".repeat(64),
            "\ud800",
            "\u202e\u200b' OR 1=1");

    private Hostile() {}

    static Stream<String> texts() {
        return TEXTS.stream().map(text -> text + CANARY);
    }

    /** Whether PostgreSQL can store it. */
    static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && text.indexOf('\ud800') < 0;
    }

    /**
     * A use of one or more methods of the API.
     *
     * @param method the type and the name of the method
     * @param isName whether the text is a name, which the developer writes and which a message may show
     * @param work what is done with the text
     */
    record Call(String method, boolean isName, BiFunction<ReactiveMapper, String, Publisher<?>> work) {

        static Call value(String method, BiFunction<ReactiveMapper, String, Publisher<?>> work) {
            return new Call(method, false, work);
        }

        static Call name(String method, BiFunction<ReactiveMapper, String, Publisher<?>> work) {
            return new Call(method, true, work);
        }

        @Override
        public String toString() {
            return method;
        }
    }
}
