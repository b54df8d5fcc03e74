package dev.kindred.it.chaos;

import java.util.ArrayList;
import java.util.List;

/** The running calls and the threads, for a run that does not end. */
final class Dump {

    private Dump() {}

    static List<String> of(Ledger ledger) {
        List<String> lines = new ArrayList<>(ledger.pending());
        Thread.getAllStackTraces().forEach((thread, frames) -> {
            lines.add(thread.getName() + " " + thread.getState());
            for (StackTraceElement frame : frames) {
                lines.add("    at " + frame);
            }
        });
        return lines;
    }
}
