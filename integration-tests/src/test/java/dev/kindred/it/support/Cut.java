package dev.kindred.it.support;

/**
 * The place where a connection is cut: after a client message, or before a server message. Immutable, so safe for use
 * by many threads.
 */
record Cut(Direction direction, char type, String text) {

    boolean isBefore(char message) {
        return direction == Direction.TO_CLIENT && type == message;
    }

    boolean isAfter(char message, CharSequence startOfBody) {
        return direction == Direction.TO_SERVER
                && type == message
                && startOfBody.toString().contains(text);
    }
}
