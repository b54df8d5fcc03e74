package dev.kindred.it.chaos;

import java.util.List;

/**
 * The result of a run. Immutable.
 *
 * @param notes lines that explain it
 */
record Report(
        int operations,
        int faults,
        int lost,
        int duplicated,
        int torn,
        int leaked,
        int stuck,
        int unknown,
        long recoveryMedian,
        long recoveryGreatest,
        int undocumented,
        List<String> notes) {

    boolean isClean() {
        return lost + duplicated + torn + leaked + stuck + undocumented == 0;
    }

    String line() {
        return "operations=" + operations + " faults=" + faults + " lost=" + lost + " duplicated=" + duplicated
                + " torn=" + torn + " leaked=" + leaked + " stuck=" + stuck + " unknown=" + unknown
                + " recovery-median-ms=" + recoveryMedian + " recovery-max-ms=" + recoveryGreatest;
    }
}
