package dev.kindred.it.chaos;

/** What a caller knows of its write. */
enum Outcome {

    /** The call completed. All of its effects are stored. */
    ACKNOWLEDGED,

    /** The error promises that there is no effect. */
    REFUSED,

    /** The call was cancelled, or its error says that the outcome is unknown. It has all of its effects or none. */
    UNKNOWN
}
