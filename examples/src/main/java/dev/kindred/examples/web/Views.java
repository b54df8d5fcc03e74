package dev.kindred.examples.web;

import dev.kindred.examples.entity.Line;
import dev.kindred.examples.entity.Order;
import dev.kindred.examples.entity.Profile;
import dev.kindred.examples.entity.Tag;
import dev.kindred.examples.entity.Team;
import dev.kindred.examples.entity.User;
import dev.kindred.query.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The JSON forms of the entities. Each method reads the handles of an entity: no statement if the relation was
 * preloaded.
 */
final class Views {

    private Views() {}

    /**
     * A user in a list.
     *
     * @param id the primary key
     * @param email the address
     * @param profile the profile, or null if the user has none
     */
    record UserView(
            @Nullable Long id, String email, @Nullable ProfileView profile) {}

    /**
     * A profile.
     *
     * @param name the full name
     * @param telephone the number, or null
     * @param locale the language code
     */
    record ProfileView(String name, @Nullable String telephone, String locale) {

        static ProfileView of(Profile profile) {
            return new ProfileView(profile.name(), profile.telephone(), profile.locale());
        }
    }

    /**
     * A user with all relations.
     *
     * @param id the primary key
     * @param email the address
     * @param profile the profile, or null if the user has none
     * @param teams the names of the teams
     * @param orders the last orders
     */
    record UserDetails(
            @Nullable Long id,
            String email,
            @Nullable ProfileView profile,
            List<String> teams,
            List<OrderView> orders) {}

    /**
     * An order with its lines and tags.
     *
     * @param id the primary key
     * @param number the number on the invoice
     * @param placedOn the day
     * @param total the sum of the lines
     * @param lines the lines
     * @param tags the names of the tags
     */
    record OrderView(
            @Nullable Long id, String number, LocalDate placedOn, int total, List<LineView> lines, List<String> tags) {}

    /**
     * A line of an order.
     *
     * @param article the article
     * @param quantity the number of pieces
     * @param price the price of one
     */
    record LineView(String article, int quantity, int price) {

        static LineView of(Line line) {
            return new LineView(line.article(), line.quantity(), line.price());
        }
    }

    /** Maps the rows of {@code window} one after another. */
    static <E, V> Mono<Window<V>> window(Window<E> window, Function<E, Mono<V>> view) {
        return Flux.fromIterable(window.rows())
                .concatMap(view)
                .collectList()
                .map(rows -> new Window<>(rows, window.next(), window.previous()));
    }

    static Mono<UserView> user(User user) {
        return user.profile()
                .map(profile -> new UserView(user.id(), user.email(), ProfileView.of(profile)))
                .defaultIfEmpty(new UserView(user.id(), user.email(), null));
    }

    static Mono<UserDetails> details(User user) {
        return Mono.zip(
                        user(user),
                        user.teams().map(Team::name).collectList(),
                        user.orders().concatMap(Views::order).collectList())
                .map(parts -> new UserDetails(
                        user.id(), user.email(), parts.getT1().profile(), parts.getT2(), parts.getT3()));
    }

    static Mono<OrderView> order(Order order) {
        return Mono.zip(
                        order.lines().map(LineView::of).collectList(),
                        order.tags().map(Tag::name).collectList())
                .map(parts -> new OrderView(
                        order.id(), order.number(), order.placedOn(), order.total(), parts.getT1(), parts.getT2()));
    }
}
