package dev.kindred.examples.web;

import dev.kindred.examples.entity.Line;
import dev.kindred.examples.entity.Line_;
import dev.kindred.examples.entity.Order_;
import dev.kindred.examples.entity.User;
import dev.kindred.examples.entity.User_;
import dev.kindred.model.Aggregate;
import dev.kindred.model.GroupValue;
import dev.kindred.reactor.ReactiveMapper;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** Counts and sums. Each report is one statement. Thread-safe. */
@RestController
@RequestMapping("/reports")
class ReportController {

    private static final Aggregate<User, Long> ORDERS = User_.ORDERS.count();
    private static final Aggregate<User, @Nullable Long> TOTAL = User_.ORDERS.sumAsLong(Order_.TOTAL);
    private static final GroupValue<Line, Long> LINES = Line_.MODEL.count();
    private static final GroupValue<Line, @Nullable BigDecimal> PIECES = Line_.QUANTITY.sum();

    private final ReactiveMapper mapper;

    ReportController(ReactiveMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * A user in the report.
     *
     * @param email the address
     * @param orders the number of orders
     * @param total the sum of their totals
     */
    record BuyerView(String email, long orders, long total) {}

    /**
     * An article in the report.
     *
     * @param article the article
     * @param lines the number of lines
     * @param pieces the number of pieces
     */
    record ArticleView(String article, long lines, @Nullable BigDecimal pieces) {}

    /** The first users with the number of their orders and the sum of their totals. */
    @GetMapping("/users")
    Flux<BuyerView> users(@RequestParam(defaultValue = "20") int limit) {
        return mapper.from(User.class)
                .with(ORDERS, TOTAL)
                .orderBy(User_.ID.asc())
                .limit(Limits.checked(limit))
                .all()
                .map(row -> {
                    @Nullable Long total = row.getOrNull(TOTAL);
                    return new BuyerView(row.entity().email(), row.get(ORDERS), total == null ? 0 : total);
                });
    }

    /** The articles by the number of pieces that were ordered. */
    @GetMapping("/articles")
    Flux<ArticleView> articles() {
        return mapper.from(Line.class)
                .groupBy(Line_.ARTICLE)
                .with(LINES, PIECES)
                .orderBy(PIECES.desc())
                .all()
                .map(row -> new ArticleView(row.get(Line_.ARTICLE), row.get(LINES), row.getOrNull(PIECES)));
    }
}
