package dev.kindred.spring.boot;

import dev.kindred.spring.boot.error.KindredConfigurationException;
import java.util.function.Consumer;

/** Passes properties to builders. */
final class Settings {

    private Settings() {}

    /** Calls {@code setter}. A refused value is an error that names {@code property}. */
    static <T> void apply(String property, Consumer<T> setter, T value) {
        try {
            setter.accept(value);
        } catch (IllegalArgumentException e) {
            throw new KindredConfigurationException(property, "The value is refused: " + e.getMessage() + ".", e);
        }
    }
}
