package dev.kindred.it.chaos;

import java.util.List;

/**
 * What the oracle found. Immutable.
 *
 * @param findings a sentence about each of the first findings
 */
record Verdict(int lost, int duplicated, int torn, List<String> findings) {

    boolean isClean() {
        return lost == 0 && duplicated == 0 && torn == 0;
    }
}
