package dev.kindred.spring.boot;

import dev.kindred.spring.boot.error.KindredConfigurationException;
import java.util.function.Consumer;
import java.util.function.Function;

/** Passes properties to builders. */
final class Settings {

    private Settings() {}

    /** Returns the result of {@code step}. A refused value is an error that names {@code property}. */
    static <T, R> R applied(String property, Function<T, R> step, T value) {
        try {
            return step.apply(value);
        } catch (IllegalArgumentException e) {
            throw new KindredConfigurationException(property, "The value is refused: " + e.getMessage() + ".", e);
        }
    }

    /** Calls {@code setter}. A refused value is an error that names {@code property}. */
    static <T> void apply(String property, Consumer<T> setter, T value) {
        applied(
                property,
                given -> {
                    setter.accept(given);
                    return true;
                },
                value);
    }
}
