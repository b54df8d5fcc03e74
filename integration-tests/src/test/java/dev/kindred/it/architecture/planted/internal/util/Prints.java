package dev.kindred.it.architecture.planted.internal.util;

import java.util.logging.Logger;

public final class Prints {
    private Prints() {}

    static void print() {
        System.out.println("out");
        System.err.println("err");
    }

    static void log() {
        Logger.getGlobal().info("log");
    }
}
