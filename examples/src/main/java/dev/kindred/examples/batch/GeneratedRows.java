package dev.kindred.examples.batch;

import dev.kindred.examples.data.People;
import dev.kindred.examples.data.Person;
import dev.kindred.examples.data.Person.Details;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Generates the rows of a file deterministically. A user has up to three orders, and every five-hundredth user has
 * 1,500. An order has one to three lines.
 */
final class GeneratedRows {

    private static final int MANY = 500;
    private static final int MANY_ORDERS = 1500;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final List<String> ARTICLES = List.of("tea", "rice", "salt", "pepper", "cinnamon");

    private GeneratedRows() {}

    /** Returns the rows of {@code users} users, each generated on demand. */
    static Stream<String[]> stream(long users) {
        AtomicInteger number = new AtomicInteger();
        return People.stream(users).flatMap(person -> rows(person, number.incrementAndGet()));
    }

    private static Stream<String[]> rows(Person person, int user) {
        int orders = user % MANY == 0 ? MANY_ORDERS : user % 4;
        return Stream.concat(
                Stream.<String[]>of(user(person, person.profile())),
                IntStream.range(0, orders).boxed().flatMap(order -> order(user, order)));
    }

    private static String[] user(Person person, @Nullable Details profile) {
        if (profile == null) {
            return new String[] {"user", person.email(), "", "", "en"};
        }
        String telephone = profile.telephone();
        return new String[] {
            "user", person.email(), profile.name(), telephone == null ? "" : telephone, profile.locale()
        };
    }

    private static Stream<String[]> order(int user, int order) {
        int price = 1 + (user + order) % 50;
        int lines = 1 + (user + order) % 3;
        String[] head = {
            "order",
            user + "-" + order,
            FIRST_DAY.plusDays(order % 365).toString(),
            String.valueOf(price * lines * (lines + 1) / 2)
        };
        return Stream.concat(
                Stream.<String[]>of(head), IntStream.rangeClosed(1, lines).mapToObj(line -> new String[] {
                    "line", ARTICLES.get((price + line) % ARTICLES.size()), String.valueOf(line), String.valueOf(price)
                }));
    }
}
