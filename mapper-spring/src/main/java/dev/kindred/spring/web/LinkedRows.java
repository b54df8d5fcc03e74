package dev.kindred.spring.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kindred.query.Page;
import dev.kindred.query.Slice;
import dev.kindred.query.Window;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a window, a page or a slice.
 *
 * @param <T> the type of a row
 * @param rows the rows
 * @param next the cursor of the next window
 * @param previous the cursor of the previous window
 * @param number the number of the page
 * @param size the maximum number of rows of a page
 * @param total the number of rows of all pages
 * @param totalPages the number of pages
 * @param links the links, by relation type
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LinkedRows<T>(
        List<T> rows,
        @Nullable String next,
        @Nullable String previous,
        @Nullable Integer number,
        @Nullable Integer size,
        @Nullable Long total,
        @Nullable Long totalPages,
        Map<String, String> links) {

    /** Returns the body of {@code rows} in the response to a request for {@code uri}. */
    static LinkedRows<?> of(Object rows, URI uri) {
        if (rows instanceof Window<?> window) {
            return of(window, uri);
        }
        return rows instanceof Page<?> page ? of(page, uri) : of((Slice<?>) rows, uri);
    }

    private static LinkedRows<?> of(Window<?> window, URI uri) {
        return new LinkedRows<>(
                window.rows(), window.next(), window.previous(), null, null, null, null, Links.of(window, uri));
    }

    private static LinkedRows<?> of(Page<?> page, URI uri) {
        return new LinkedRows<>(
                page.rows(),
                null,
                null,
                page.number(),
                page.size(),
                page.total(),
                page.totalPages(),
                Links.of(page, uri));
    }

    private static LinkedRows<?> of(Slice<?> slice, URI uri) {
        return new LinkedRows<>(
                slice.rows(), null, null, slice.number(), slice.size(), null, null, Links.of(slice, uri));
    }
}
