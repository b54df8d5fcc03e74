package dev.kindred.spring.web;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.RowSteps;
import dev.kindred.model.SortOrder;
import dev.kindred.query.Window;
import dev.kindred.reactor.PagedSelect;
import dev.kindred.spring.error.InvalidRequestException;
import dev.kindred.spring.error.ParameterViolation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/**
 * The parameters of a request for a window: {@code ?cursor=..&limit=20&sort=name,-createdAt}. All are optional. A
 * parameter of an annotated controller, see {@link KindredWebConfigurer}, or made from the request of a functional
 * endpoint.
 *
 * <pre>{@code
 * Mono<Window<User>> users(ScrollParameters parameters) {
 *     return parameters.scroll(mapper.from(User.class).preload(User_.PROFILE), SORTS);
 * }
 * }</pre>
 *
 * <p>Invalid parameters are an {@link InvalidRequestException} with all violations, when one of the methods is used.
 * An invalid cursor is an {@link dev.kindred.error.InvalidCursorException} of the query. Immutable and thread-safe.
 */
public final class ScrollParameters {

    private final int limit;
    private final @Nullable String cursor;
    private final List<String> sort;
    private final List<ParameterViolation> violations;

    private ScrollParameters(Parameters parameters, PageLimits limits) {
        this.limit = parameters.number(Parameters.LIMIT, limits.size(), 1, limits.max());
        this.cursor = parameters.text(Parameters.CURSOR);
        this.sort = parameters.sort();
        this.violations = parameters.violations();
    }

    /** Returns the parameters of {@code request}: 20 rows by default, and at most 100. */
    public static ScrollParameters of(ServerRequest request) {
        return of(request, PageLimits.defaults());
    }

    /** Returns the parameters of {@code request} with other limits. */
    public static ScrollParameters of(ServerRequest request, PageLimits limits) {
        return of(Checks.notNull(request, "request").queryParams(), Checks.notNull(limits, "limits"));
    }

    static ScrollParameters of(MultiValueMap<String, String> values, PageLimits limits) {
        return new ScrollParameters(new Parameters(values), limits);
    }

    /** Returns the maximum number of rows of the window. */
    public int limit() {
        Parameters.check(violations);
        return limit;
    }

    /** Returns the cursor, or null for the first window. Its signature is not verified yet. */
    public @Nullable String cursor() {
        Parameters.check(violations);
        return cursor;
    }

    /** Returns the order. Only {@code columns} are allowed. */
    public <E> List<SortOrder<E>> sort(SortColumns<E> columns) {
        return Parameters.orders(Checks.notNull(columns, "columns"), sort, violations);
    }

    /**
     * Returns the window of {@code query} in the order of the request. Only {@code columns} are allowed. Sends the
     * statements of {@link PagedSelect#scroll(int, String)}, and none if a parameter is invalid.
     */
    public <E, T, S extends RowSteps<E, S> & PagedSelect<T>> Mono<Window<T>> scroll(S query, SortColumns<E> columns) {
        Checks.notNull(query, "query");
        Checks.notNull(columns, "columns");
        return Mono.defer(() -> {
            List<SortOrder<E>> orders = sort(columns);
            return (orders.isEmpty() ? query : query.orderBy(orders)).scroll(limit, cursor);
        });
    }
}
