package dev.kindred.it.support;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The values that a test bound, and the places in which none of them may be. Safe for use by many threads.
 *
 * <p>A value is a text or a UUID that was bound as a parameter, alone or in an array. Short words and numbers are not
 * compared, because they also occur in names. Nor are words that are a quoted identifier of a statement: a query of the
 * catalog binds them. COPY binds nothing, so its values are not known.
 */
final class Leaks {

    /** The most values, texts, messages and errors of one test that are compared. */
    private static final int MOST = 400;

    /** The most characters of a value or a statement that are compared. */
    private static final int LONGEST = 4_000;

    private static final Pattern IDENTIFIER = Pattern.compile("\"(\\w+)\"");

    private static final Pattern WORDS = Pattern.compile("[\\p{Alnum}_.$ ]*");
    /** An error may name the key of an entity that is an integer or a UUID. */
    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final int SHORTEST = 5;
    private static final int SHORTEST_WORDS = 12;

    private static final Set<String> VALUES = ConcurrentHashMap.newKeySet();
    private static final Set<String> STATEMENTS = ConcurrentHashMap.newKeySet();
    private static final Queue<String> MESSAGES = new ConcurrentLinkedQueue<>();
    private static final Queue<Throwable> ERRORS = new ConcurrentLinkedQueue<>();

    private Leaks() {}

    /** Forgets everything. */
    static void startAfresh() {
        VALUES.clear();
        STATEMENTS.clear();
        MESSAGES.clear();
        ERRORS.clear();
    }

    /** A value was bound. */
    static void bound(Object value) {
        if (value.getClass().isArray()) {
            for (int i = 0; i < Math.min(Array.getLength(value), MOST); i++) {
                if (Array.get(value, i) != null) {
                    bound(Array.get(value, i));
                }
            }
            return;
        }
        String text = value.toString();
        if (isDistinctive(text)) {
            keep(VALUES, text);
        }
    }

    /** A statement was sent. */
    static void sent(String statement) {
        keep(STATEMENTS, statement.substring(0, Math.min(statement.length(), LONGEST)));
    }

    /** Kindred logged a message. */
    static void logged(String message) {
        keep(MESSAGES, message);
    }

    /** Kindred failed with an error. */
    static void failed(Throwable error) {
        keep(ERRORS, error);
    }

    /** Returns whether a message was logged. */
    static boolean hasMessages() {
        return !MESSAGES.isEmpty();
    }

    /** Returns one finding for each place with a value, and forgets everything. */
    static List<AssertionError> takeFindings() {
        List<AssertionError> findings = new ArrayList<>();
        List<String> errors = ERRORS.stream().map(Leaks::shown).toList();
        VALUES.removeAll(identifiers());
        for (String value : VALUES) {
            STATEMENTS.forEach(each -> compare(findings, "A statement", each, value));
            MESSAGES.forEach(each -> compare(findings, "A message", each, value));
            if (!UUIDS.matcher(value).matches()) {
                errors.forEach(each -> compare(findings, "An error", each, value));
            }
        }
        startAfresh();
        return findings;
    }

    private static Set<String> identifiers() {
        return STATEMENTS.stream()
                .flatMap(each -> IDENTIFIER.matcher(each).results())
                .map(each -> each.group(1))
                .collect(Collectors.toSet());
    }

    private static void compare(List<AssertionError> findings, String what, String text, String value) {
        if (text.contains(value)) {
            findings.add(new AssertionError(what + " has the value <" + value + ">: " + text));
        }
    }

    private static boolean isDistinctive(String text) {
        int shortest = WORDS.matcher(text).matches() ? SHORTEST_WORDS : SHORTEST;
        return text.length() >= shortest && text.length() <= LONGEST;
    }

    private static <T> void keep(Collection<T> kept, T one) {
        if (kept.size() < MOST) {
            kept.add(one);
        }
    }

    /** Returns the messages of {@code error}, its causes and what they suppress. */
    static String shown(Throwable error) {
        StringBuilder text = new StringBuilder();
        append(text, error, Collections.newSetFromMap(new IdentityHashMap<>()));
        return text.toString();
    }

    private static void append(StringBuilder text, Throwable error, Set<Throwable> seen) {
        if (seen.add(error)) {
            text.append(error).append('\n');
            if (error.getCause() != null) {
                append(text, error.getCause(), seen);
            }
            for (Throwable suppressed : error.getSuppressed()) {
                append(text, suppressed, seen);
            }
        }
    }
}
