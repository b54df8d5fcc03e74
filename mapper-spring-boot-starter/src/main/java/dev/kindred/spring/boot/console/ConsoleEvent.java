package dev.kindred.spring.boot.console;

import org.jspecify.annotations.Nullable;

/** What happened in a request. Immutable and thread-safe. */
sealed interface ConsoleEvent {

    /** Returns the name of the server-sent event. */
    String name();

    /**
     * A request has begun.
     *
     * @param request the request
     */
    record Begun(RecordedRequest.Summary request) implements ConsoleEvent {

        @Override
        public String name() {
            return "request";
        }
    }

    /**
     * A statement of a request has ended.
     *
     * @param request the number of the request
     * @param reference the text that the client has sent to recognize the request, or null
     * @param number the number of statements so far, with those of transactions
     * @param statement the statement
     */
    record Sent(long request, @Nullable String reference, int number, RecordedStatement statement)
            implements ConsoleEvent {

        @Override
        public String name() {
            return "statement";
        }
    }

    /**
     * A response has ended.
     *
     * @param request the request
     */
    record Ended(RecordedRequest.Summary request) implements ConsoleEvent {

        @Override
        public String name() {
            return "response";
        }
    }
}
