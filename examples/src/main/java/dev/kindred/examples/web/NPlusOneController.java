package dev.kindred.examples.web;

import dev.kindred.examples.entity.Line;
import dev.kindred.examples.entity.Order;
import dev.kindred.examples.entity.Order_;
import dev.kindred.examples.entity.Tag;
import dev.kindred.examples.entity.Tag_;
import dev.kindred.examples.entity.User;
import dev.kindred.examples.entity.User_;
import dev.kindred.examples.web.OrderController.NewOrder;
import dev.kindred.examples.web.ReportController.BuyerView;
import dev.kindred.examples.web.Views.OrderView;
import dev.kindred.examples.web.Views.UserDetails;
import dev.kindred.examples.web.Views.UserView;
import dev.kindred.query.LoadMode;
import dev.kindred.query.Window;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.spring.web.ScrollParameters;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The same answers as the other controllers, with one statement for each row: the way of a service without preload and
 * without writes of many rows. The page compares both. Thread-safe.
 */
@RestController
@RequestMapping("/n-plus-one")
class NPlusOneController {

    private final ReactiveMapper mapper;

    NPlusOneController(ReactiveMapper mapper) {
        this.mapper = mapper;
    }

    @GetMapping("/users")
    Mono<Window<UserView>> users(ScrollParameters parameters) {
        return mapper.from(User.class)
                .loading(LoadMode.SINGLE)
                .orderBy(User_.ID.asc())
                .scroll(parameters.limit(), parameters.cursor())
                .flatMap(window -> Views.window(window, Views::user));
    }

    @GetMapping(path = "/users/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
    Flux<UserView> export() {
        return mapper.from(User.class).loading(LoadMode.SINGLE).stream().concatMap(Views::user);
    }

    @GetMapping("/users/{id}")
    Mono<UserDetails> user(@PathVariable long id) {
        return mapper.from(User.class)
                .loading(LoadMode.SINGLE)
                .get(id)
                .flatMap(user -> Mono.zip(
                                Views.user(user),
                                user.teams().map(team -> team.name()).collectList(),
                                ordersOf(id, 3).concatMap(Views::order).collectList())
                        .map(parts -> new UserDetails(
                                user.id(), user.email(), parts.getT1().profile(), parts.getT2(), parts.getT3())));
    }

    @GetMapping("/users/{id}/orders")
    Mono<List<OrderView>> orders(@PathVariable long id, @RequestParam(defaultValue = "20") int limit) {
        return ordersOf(id, Limits.checked(limit)).concatMap(Views::order).collectList();
    }

    @PostMapping("/users/{id}/orders")
    Mono<OrderView> create(@PathVariable long id, @RequestBody NewOrder body) {
        Order order = Order.of(body.number(), body.placedOn(), body.total()).of(id);
        return mapper.insert(order)
                .flatMap(saved -> Flux.fromIterable(body.newLines())
                        .concatMap(line ->
                                mapper.insert(Line.of(saved.id(), line.article(), line.quantity(), line.price())))
                        .thenMany(Flux.fromIterable(body.tags()))
                        .concatMap(name -> mapper.upsert(Tag.of(name), Tag_.NAME)
                                .flatMap(tag ->
                                        mapper.related(saved, Order_.TAGS).attach(tag)))
                        .then(Views.order(saved)))
                .as(mapper::transactional);
    }

    /** Reads the orders of each user and adds them up here. */
    @GetMapping("/reports/users")
    Flux<BuyerView> report(@RequestParam(defaultValue = "20") int limit) {
        return mapper.from(User.class)
                .loading(LoadMode.SINGLE)
                .orderBy(User_.ID.asc())
                .limit(Limits.checked(limit))
                .all()
                .concatMap(user -> user.orders()
                        .collectList()
                        .map(orders -> new BuyerView(
                                user.email(),
                                orders.size(),
                                orders.stream().mapToLong(Order::total).sum())));
    }

    private Flux<Order> ordersOf(long user, long limit) {
        return mapper.related(User.class, user, User_.ORDERS)
                .query()
                .loading(LoadMode.SINGLE)
                .limit(limit)
                .all();
    }
}
