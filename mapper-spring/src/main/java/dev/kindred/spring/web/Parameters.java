package dev.kindred.spring.web;

import dev.kindred.model.SortOrder;
import dev.kindred.spring.error.InvalidRequestException;
import dev.kindred.spring.error.ParameterViolation;
import dev.kindred.spring.error.ParameterViolation.Code;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads query parameters, and collects their violations. Confined to one thread until it is read. */
final class Parameters {

    static final String CURSOR = "cursor";
    static final String LIMIT = "limit";
    static final String PAGE = "page";
    static final String SIZE = "size";
    static final String SORT = "sort";

    /** The maximum number of violations in a response. */
    private static final int VIOLATIONS = 20;

    private final MultiValueMap<String, String> values;
    private final List<ParameterViolation> violations = new ArrayList<>();

    Parameters(MultiValueMap<String, String> values) {
        this.values = values;
    }

    /** Returns the value of a parameter that must not be empty, or null without the parameter. */
    @Nullable
    String text(String name) {
        @Nullable List<String> all = values.get(name);
        if (all == null) {
            return null;
        }
        if (all.size() > 1) {
            add(name, Code.REPEATED, null);
            return null;
        }
        @Nullable String value = all.get(0);
        if (value == null || value.isBlank()) {
            add(name, Code.EMPTY, null);
            return null;
        }
        return value;
    }

    /** Returns the number of a parameter, or {@code usual} without the parameter. */
    int number(String name, int usual, int least, int most) {
        @Nullable String text = text(name);
        if (text == null) {
            return usual;
        }
        if (!text.matches("[+-]?[0-9]+")) {
            add(name, Code.NOT_A_NUMBER, null);
            return usual;
        }
        boolean isNegative = text.startsWith("-");
        int number = parsed(text, isNegative ? Integer.MIN_VALUE : Integer.MAX_VALUE);
        if (number < least) {
            add(name, Code.TOO_SMALL, least);
        } else if (number > most || number == Integer.MAX_VALUE) {
            add(name, Code.TOO_LARGE, most);
        } else {
            return number;
        }
        return usual;
    }

    /** Returns {@code outside} for a number that no int can hold. */
    private static int parsed(String digits, int outside) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return outside;
        }
    }

    /** Returns the terms of the order, from all parameters with its name. */
    List<String> sort() {
        List<String> terms = new ArrayList<>();
        for (@Nullable String value : values.getOrDefault(SORT, List.of())) {
            for (String term : (value == null ? "" : value).split(",", -1)) {
                if (term.isBlank()) {
                    add(SORT, Code.EMPTY, null);
                } else {
                    terms.add(term.strip());
                }
            }
        }
        return List.copyOf(terms);
    }

    /** Returns what was violated so far. */
    List<ParameterViolation> violations() {
        return List.copyOf(violations);
    }

    /** Throws if there are {@code violations}. */
    static void check(List<ParameterViolation> violations) {
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(violations.subList(0, Math.min(VIOLATIONS, violations.size())));
        }
    }

    /** Returns the order of {@code terms}, or throws with {@code known} and the violations of the terms. */
    static <E> List<SortOrder<E>> orders(SortColumns<E> columns, List<String> terms, List<ParameterViolation> known) {
        List<ParameterViolation> all = new ArrayList<>(known);
        List<SortOrder<E>> orders = columns.orders(terms, all);
        check(all);
        return orders;
    }

    private void add(String name, Code code, @Nullable Number limit) {
        violations.add(new ParameterViolation(name, code, limit, null, List.of()));
    }
}
