package dev.kindred.query;

import dev.kindred.internal.util.Checks;
import dev.kindred.sql.Ordering;
import dev.kindred.sql.Predicate;
import dev.kindred.sql.Select.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rows a query reads, and in which order. Immutable and thread-safe.
 *
 * @param restriction what the query cannot leave, or null
 * @param where the condition of the user, or null for every row
 * @param orderBy the order of the user
 * @param page which rows of the result
 */
public record Filter(
        @Nullable Restriction restriction, @Nullable Predicate where, List<Ordering> orderBy, Page page) {

    /** Every row, in any order. */
    public static final Filter NONE = new Filter(null, null, List.of(), Page.ALL);

    public Filter {
        orderBy = Checks.noNulls(orderBy, "orderBy");
        Checks.notNull(page, "page");
    }

    Filter and(Predicate condition) {
        return new Filter(restriction, where == null ? condition : where.and(condition), orderBy, page);
    }

    Filter or(Predicate condition) {
        return new Filter(restriction, where == null ? condition : where.or(condition), orderBy, page);
    }

    Filter paged(Page changed) {
        return new Filter(restriction, where, orderBy, changed);
    }

    @Nullable
    Predicate predicate() {
        if (restriction == null) {
            return where;
        }
        Predicate within = restriction.predicate();
        return where == null ? within : new Predicate.Conjunction(List.of(within, where));
    }

    List<Ordering> ordering() {
        if (restriction == null || restriction.tieBreak().isEmpty()) {
            return orderBy;
        }
        List<Ordering> terms = new ArrayList<>(orderBy);
        terms.addAll(restriction.tieBreak());
        return terms;
    }

    Page rows() {
        if (restriction == null || restriction.atMost() == null) {
            return page;
        }
        if (page.offset() != null && page.offset() >= restriction.atMost()) {
            return new Page(0L, null);
        }
        @Nullable Long limit = page.limit();
        return new Page(limit == null ? restriction.atMost() : Math.min(limit, restriction.atMost()), page.offset());
    }
}
