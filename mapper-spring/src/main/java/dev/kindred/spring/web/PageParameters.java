package dev.kindred.spring.web;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.RowSteps;
import dev.kindred.model.SortOrder;
import dev.kindred.query.Page;
import dev.kindred.query.PageRequest;
import dev.kindred.query.Slice;
import dev.kindred.reactor.PagedSelect;
import dev.kindred.spring.error.InvalidRequestException;
import dev.kindred.spring.error.ParameterViolation;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/**
 * The parameters of a request for a page: {@code ?page=0&size=20&sort=name,-createdAt}. All are optional; the first
 * page is 0. A parameter of an annotated controller, see {@link KindredWebConfigurer}, or made from the request of a
 * functional endpoint.
 *
 * <p>Invalid parameters are an {@link InvalidRequestException} with all violations, when one of the methods is used.
 * Immutable and thread-safe.
 */
public final class PageParameters {

    private final PageRequest request;
    private final List<String> sort;
    private final List<ParameterViolation> violations;

    private PageParameters(Parameters parameters, PageLimits limits) {
        this.request = PageRequest.of(
                parameters.number(Parameters.PAGE, 0, 0, Integer.MAX_VALUE - 1),
                parameters.number(Parameters.SIZE, limits.size(), 1, limits.max()));
        this.sort = parameters.sort();
        this.violations = parameters.violations();
    }

    /** Returns the parameters of {@code request}: 20 rows by default, and at most 100. */
    public static PageParameters of(ServerRequest request) {
        return of(request, PageLimits.defaults());
    }

    /** Returns the parameters of {@code request} with other limits. */
    public static PageParameters of(ServerRequest request, PageLimits limits) {
        return of(Checks.notNull(request, "request").queryParams(), Checks.notNull(limits, "limits"));
    }

    static PageParameters of(MultiValueMap<String, String> values, PageLimits limits) {
        return new PageParameters(new Parameters(values), limits);
    }

    /** Returns the number and size of the page. */
    public PageRequest request() {
        Parameters.check(violations);
        return request;
    }

    /** Returns the order. Only {@code columns} are allowed. */
    public <E> List<SortOrder<E>> sort(SortColumns<E> columns) {
        return Parameters.orders(Checks.notNull(columns, "columns"), sort, violations);
    }

    /**
     * Returns the page of {@code query} in the order of the request. Only {@code columns} are allowed. Sends the
     * statements of {@link PagedSelect#page(PageRequest)}, and none if a parameter is invalid.
     */
    public <E, T, S extends RowSteps<E, S> & PagedSelect<T>> Mono<Page<T>> page(S query, SortColumns<E> columns) {
        Checks.notNull(query, "query");
        Checks.notNull(columns, "columns");
        return Mono.defer(() -> sorted(query, columns).page(request));
    }

    /**
     * Returns the slice of {@code query} in the order of the request. Only {@code columns} are allowed. Sends the
     * statements of {@link PagedSelect#slice(PageRequest)}, and none if a parameter is invalid.
     */
    public <E, T, S extends RowSteps<E, S> & PagedSelect<T>> Mono<Slice<T>> slice(S query, SortColumns<E> columns) {
        Checks.notNull(query, "query");
        Checks.notNull(columns, "columns");
        return Mono.defer(() -> sorted(query, columns).slice(request));
    }

    private <E, S extends RowSteps<E, S>> S sorted(S query, SortColumns<E> columns) {
        List<SortOrder<E>> orders = sort(columns);
        return orders.isEmpty() ? query : query.orderBy(orders);
    }
}
