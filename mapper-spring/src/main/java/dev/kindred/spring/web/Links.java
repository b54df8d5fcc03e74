package dev.kindred.spring.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kindred.query.Page;
import dev.kindred.query.Slice;
import dev.kindred.query.Window;
import java.net.URI;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The links of a body, by relation type: the path and query of the request, with another cursor or page. Other
 * parameters are unchanged. Confined to one thread.
 */
final class Links {

    private final Map<String, String> links = new LinkedHashMap<>();
    private final URI uri;
    private final String parameter;

    private Links(URI uri, String parameter) {
        this.uri = uri;
        this.parameter = parameter;
        links.put("self", reference(uri.getRawQuery()));
    }

    static Map<String, String> of(Window<?> window, URI uri) {
        return new Links(uri, Parameters.CURSOR)
                .with("first", "")
                .with("prev", window.previous())
                .with("next", window.next())
                .links;
    }

    static Map<String, String> of(Page<?> page, URI uri) {
        long last = Math.max(0, page.totalPages() - 1);
        return new Links(uri, Parameters.PAGE)
                .with("first", "0")
                .with("prev", page.hasPrevious() ? String.valueOf(Math.min(page.number() - 1L, last)) : null)
                .with("next", page.hasNext() ? String.valueOf(page.number() + 1) : null)
                .with("last", String.valueOf(last))
                .links;
    }

    static Map<String, String> of(Slice<?> slice, URI uri) {
        return new Links(uri, Parameters.PAGE)
                .with("first", "0")
                .with("prev", slice.hasPrevious() ? String.valueOf(slice.number() - 1) : null)
                .with("next", slice.hasNext() ? String.valueOf(slice.number() + 1L) : null)
                .links;
    }

    /** Adds a link with the parameter, or without it if {@code value} is empty. Adds none if it is null. */
    private Links with(String relation, @Nullable String value) {
        if (value != null) {
            links.put(relation, reference(query(value)));
        }
        return this;
    }

    private String query(String value) {
        StringBuilder query = new StringBuilder();
        @Nullable String raw = uri.getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            if (!pair.isEmpty() && !nameOf(pair).equals(parameter)) {
                append(query, pair);
            }
        }
        if (!value.isEmpty()) {
            append(query, parameter + "=" + value);
        }
        return query.toString();
    }

    private static String nameOf(String pair) {
        int end = pair.indexOf('=');
        return URLDecoder.decode(end < 0 ? pair : pair.substring(0, end), UTF_8);
    }

    private static void append(StringBuilder query, String pair) {
        if (query.length() > 0) {
            query.append('&');
        }
        query.append(pair);
    }

    private String reference(@Nullable String query) {
        return query == null || query.isEmpty() ? uri.getRawPath() : uri.getRawPath() + "?" + query;
    }
}
