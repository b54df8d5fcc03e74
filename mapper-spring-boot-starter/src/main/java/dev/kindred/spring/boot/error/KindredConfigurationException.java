package dev.kindred.spring.boot.error;

import org.jspecify.annotations.Nullable;

/**
 * A property or a bean of the application does not fit. The message names it and the reason, and has no secret. Spring
 * Boot reports it without a stack trace.
 */
public final class KindredConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String source;

    /**
     * Creates an error.
     *
     * @param source the name of the property, or what else is wrong
     * @param reason the reason as a sentence, without a secret
     */
    public KindredConfigurationException(String source, String reason, @Nullable Throwable cause) {
        super(source + ": " + reason, cause);
        this.source = source;
    }

    /** Returns the name of the property, or what else is wrong. */
    public String source() {
        return source;
    }
}
