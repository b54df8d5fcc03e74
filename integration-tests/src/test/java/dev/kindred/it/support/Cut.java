package dev.kindred.it.support;

/**
 * The place where a connection is cut: before or after a client message, or before a server message. Immutable, so safe
 * for use by many threads.
 */
record Cut(Direction direction, Place place, char type, String text) {

    /** Returns whether the connection is cut when the server starts such a message. Its body is not known yet. */
    boolean isAtStart(char message) {
        return direction == Direction.TO_CLIENT && place == Place.BEFORE && type == message;
    }

    /** Returns whether the connection is cut around such a client message, whose body is known. */
    boolean isAround(Place wanted, char message, CharSequence startOfBody) {
        return direction == Direction.TO_SERVER
                && place == wanted
                && type == message
                && startOfBody.toString().contains(text);
    }

    /** The side of the message. */
    enum Place {
        BEFORE,
        AFTER
    }
}
