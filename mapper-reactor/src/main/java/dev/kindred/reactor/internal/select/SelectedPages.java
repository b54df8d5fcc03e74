package dev.kindred.reactor.internal.select;

import dev.kindred.error.MappingException;
import dev.kindred.internal.page.Keyset;
import dev.kindred.internal.page.Position;
import dev.kindred.internal.preload.PreloadPlan;
import dev.kindred.internal.query.Filter;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Count;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.util.Checks;
import dev.kindred.query.Page;
import dev.kindred.query.PageRequest;
import dev.kindred.query.Slice;
import dev.kindred.query.Window;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.execute.Tenants;
import dev.kindred.reactor.internal.page.Cursors;
import dev.kindred.reactor.internal.select.SelectedRows.Found;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Reads the rows of a query page by page. */
public record SelectedPages<E, T>(SelectedRows<E, T> selected) {

    /** Returns a page and the total: one or two statements, and one for each preload. */
    public Mono<Page<T>> page(PageRequest request) {
        return selected.observe(Mono.defer(() -> {
            SelectQuery<E> query =
                    pageable().inTotalOrder().limit(request.size()).offset(request.offset());
            PreloadPlan<E> plan = PreloadPlan.of(query);
            return selected.together(
                    query,
                    new Page<>(List.of(), request, 0L),
                    runner -> selected.read(runner, query, plan, request.size())
                            .flatMap(
                                    found -> total(runner, request, found.rows().size())
                                            .map(total -> new Page<>(found.rows(), request, total))));
        }));
    }

    /** Returns a slice: one statement, and one for each preload. */
    public Mono<Slice<T>> slice(PageRequest request) {
        return selected.observe(Mono.defer(() -> {
            SelectQuery<E> query =
                    pageable().inTotalOrder().limit(request.size() + 1L).offset(request.offset());
            return selected.found(query, request.size()).map(found -> new Slice<>(found.rows(), request, found.more()));
        }));
    }

    /** Returns the window at {@code cursor}, or the first one: one statement, and one for each preload. */
    public Mono<Window<T>> scroll(int size, @Nullable String cursor) {
        Checks.argument(size > 0, "size must be positive, but is " + size);
        return selected.observe(Mono.deferContextual(context -> {
            Cursors cursors = cursors(context);
            Keyset<E> keyset = Keyset.of(pageable());
            cursors.check(keyset);
            @Nullable Position from = cursor == null ? null : cursors.read(keyset, cursor);
            SelectQuery<E> query = keyset.from(from).limit(size + 1L);
            return selected.found(query, size).map(found -> window(cursors, keyset, from, found));
        }));
    }

    private static MappingException ofOneRow(SelectQuery<?> query) {
        return new MappingException("The query for " + query.model().name()
                + " is of a relation to one row, which has no pages. Use first() or one().");
    }

    private SelectQuery<E> pageable() {
        SelectQuery<E> query = selected.query();
        Filter filter = query.filter();
        if (filter.restriction() != null && filter.restriction().atMost() != null) {
            throw ofOneRow(query);
        }
        if (!filter.page().equals(Select.Page.ALL)) {
            throw new MappingException("The query for " + query.model().name()
                    + " has a limit or an offset, but a page sets both. Remove limit(..) and offset(..).");
        }
        return query;
    }

    private Mono<Long> total(StatementRunner runner, PageRequest request, int found) {
        boolean known = found < request.size() && (found > 0 || request.number() == 0);
        return known
                ? Mono.just(request.offset() + found)
                : runner.value(new Count(selected.query().toSelect()), Long.class)
                        .contextWrite(Origins.of(
                                Operation.COUNT, selected.query().model().type()));
    }

    private Window<T> window(Cursors cursors, Keyset<E> keyset, @Nullable Position from, Found<T> found) {
        List<T> rows = new ArrayList<>(found.rows());
        boolean backward = from != null && from.backward();
        if (backward) {
            Collections.reverse(rows);
        }
        boolean empty = rows.isEmpty();
        boolean after = !empty && (backward || found.more());
        boolean before = !empty && (backward ? found.more() : from != null);
        return new Window<>(
                rows,
                after ? cursor(cursors, keyset, rows.get(rows.size() - 1), false) : null,
                before ? cursor(cursors, keyset, rows.get(0), true) : null);
    }

    private String cursor(Cursors cursors, Keyset<E> keyset, T row, boolean backward) {
        return cursors.write(keyset, keyset.at(selected.entity().apply(row), backward));
    }

    private Cursors cursors(ContextView context) {
        Cursors cursors = execution().cursors();
        @Nullable
        Object tenant = Nodes.of(selected.query().model()).table().tenant() == null ? null : Tenants.in(context);
        return tenant == null ? cursors : cursors.of(tenant);
    }

    private QueryContext execution() {
        return selected.execution();
    }
}
