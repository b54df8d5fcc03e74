package dev.kindred.benchmarks.harness;

import java.util.concurrent.atomic.AtomicLong;

/** Parses the messages of a client and counts those that run a statement. Confined to one thread. */
final class StatementCounter {

    private static final int LENGTH_BYTES = 4;

    private final AtomicLong statements;
    /** The first message of a connection has no type byte. */
    private boolean isInHeader = true;

    private boolean isTyped;
    private int headerBytes;
    private int length;
    private long bodyLeft;

    StatementCounter(AtomicLong statements) {
        this.statements = statements;
    }

    void follow(byte[] bytes, int count) {
        int at = 0;
        while (at < count) {
            if (isInHeader) {
                header(bytes[at]);
                at++;
            } else {
                int skipped = (int) Math.min(bodyLeft, count - at);
                at += skipped;
                bodyLeft -= skipped;
                isInHeader = bodyLeft == 0;
            }
        }
    }

    private void header(byte next) {
        if (isTyped && headerBytes == 0) {
            if (next == 'E' || next == 'Q') {
                statements.incrementAndGet();
            }
        } else {
            length = (length << 8) | (next & 0xFF);
        }
        headerBytes++;
        if (headerBytes == LENGTH_BYTES + (isTyped ? 1 : 0)) {
            bodyLeft = (long) length - LENGTH_BYTES;
            isInHeader = bodyLeft == 0;
            isTyped = true;
            headerBytes = 0;
            length = 0;
        }
    }
}
