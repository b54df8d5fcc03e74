package dev.kindred.examples.data;

import dev.kindred.examples.data.Person.Details;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/**
 * Generates people deterministically. Every tenth has no profile, every seventh profile has no telephone, and every
 * third profile has an avatar.
 */
public final class People {

    private static final long SEED = 614_867_5309L;
    private static final List<String> LOCALES = List.of("en", "de", "fr", "ja", "si");

    private final Faker faker = new Faker(Locale.ENGLISH, new Random(SEED));

    private People() {}

    /** Returns {@code count} people. The person at index 0 becomes the user with id 1. */
    public static List<Person> invent(int count) {
        return stream(count).toList();
    }

    /** Returns the same people as {@link #invent}, each generated on demand. */
    public static Stream<Person> stream(long count) {
        People people = new People();
        return LongStream.rangeClosed(1, count).mapToObj(people::person);
    }

    private Person person(long id) {
        String first = faker.name().firstName();
        String last = faker.name().lastName();
        // The number makes the address unique.
        String email = letters(first) + "." + letters(last) + id + "@example.org";
        return new Person(email, id % 10 == 0 ? null : details(id, first + " " + last));
    }

    private Details details(long id, String name) {
        @Nullable String telephone = id % 7 == 0 ? null : faker.phoneNumber().phoneNumber();
        @Nullable
        String avatar =
                id % 3 == 0 ? "https://img.example.org/" + faker.internet().uuid() + ".png" : null;
        return new Details(name, telephone, LOCALES.get((int) (id % LOCALES.size())), avatar);
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
