package dev.kindred.examples.web;

import dev.kindred.examples.entity.Line;
import dev.kindred.examples.entity.Order;
import dev.kindred.examples.entity.Order_;
import dev.kindred.examples.entity.User;
import dev.kindred.examples.entity.User_;
import dev.kindred.examples.web.Views.LineView;
import dev.kindred.examples.web.Views.OrderView;
import dev.kindred.query.Window;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.spring.web.ScrollParameters;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Orders with their lines and tags. Thread-safe. */
@RestController
class OrderController {

    private final ReactiveMapper mapper;
    private final TagRepository tags;

    OrderController(ReactiveMapper mapper, TagRepository tags) {
        this.mapper = mapper;
        this.tags = tags;
    }

    /**
     * A new order.
     *
     * @param number the number on the invoice
     * @param placedOn the day
     * @param lines the lines
     * @param tags the names of the tags; unknown ones are created
     */
    record NewOrder(String number, LocalDate placedOn, List<LineView> lines, List<String> tags) {

        int total() {
            return lines.stream()
                    .mapToInt(line -> line.quantity() * line.price())
                    .sum();
        }

        List<Line> newLines() {
            return lines.stream()
                    .map(line -> Line.of(null, line.article(), line.quantity(), line.price()))
                    .toList();
        }
    }

    /** A page of the orders of a user, each with its lines and tags. The user itself is not read. */
    @GetMapping("/users/{user}/orders")
    Mono<Window<OrderView>> list(@PathVariable long user, ScrollParameters parameters) {
        return mapper.related(User.class, user, User_.ORDERS)
                .query()
                .preload(Order_.LINES)
                .preload(Order_.TAGS)
                .scroll(parameters.limit(), parameters.cursor())
                .flatMap(window -> Views.window(window, Views::order));
    }

    /** Creates an order with its lines and tags in one transaction, with one statement for each table. */
    @PostMapping("/users/{user}/orders")
    Mono<ResponseEntity<OrderView>> create(@PathVariable long user, @RequestBody NewOrder body) {
        Order order = Order.of(body.number(), body.placedOn(), body.total()).of(user);
        return mapper.save(order, Order_.LINES.children(body.newLines()))
                .flatMap(saved -> tags.named(body.tags())
                        .flatMap(named -> mapper.related(saved, Order_.TAGS).attach(named))
                        .then(Views.order(saved)))
                .as(mapper::transactional)
                .map(view -> ResponseEntity.created(URI.create("/orders/" + view.id()))
                        .body(view));
    }

    /** Returns one order with its lines and tags. */
    @GetMapping("/orders/{id}")
    Mono<OrderView> get(@PathVariable long id) {
        return mapper.from(Order.class)
                .preload(Order_.LINES)
                .preload(Order_.TAGS)
                .get(id)
                .flatMap(Views::order);
    }

    /** Replaces the tags of an order. Only the difference is written. */
    @PutMapping("/orders/{id}/tags")
    Mono<OrderView> putTags(@PathVariable long id, @RequestBody List<String> names) {
        return mapper.get(Order.class, id)
                .flatMap(order -> tags.named(names)
                        .flatMap(named -> mapper.related(order, Order_.TAGS).sync(named))
                        .then(Views.order(order)))
                .as(mapper::transactional);
    }

    /** Deletes an order. The foreign key deletes its lines. */
    @DeleteMapping("/orders/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(@PathVariable long id) {
        return mapper.delete(Order.class).where(Order_.ID.eq(id)).execute().flatMap(Limits::oneRow);
    }
}
