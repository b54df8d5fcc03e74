package dev.kindred.it.support;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.slf4j.LoggerFactory;

/**
 * Finds values of a test in the text of a statement, in a message that Kindred logs at any level, and in an error of
 * Kindred, in the whole run, unless the system property {@code kindred.leaks} is {@code false}. {@link
 * DatabaseExtension} then fails the test. JUnit discovers it. Safe for use by many threads.
 */
public final class LeakGuard implements LauncherSessionListener {

    /** Called by JUnit. */
    public LeakGuard() {}

    /** Whether the guard is enabled, which is the default. */
    static boolean isWanted() {
        return !"false".equals(System.getProperty("kindred.leaks"));
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!isWanted()) {
            return;
        }
        // SLF4J reads it once. Each run has one JVM, and no class of the tests is loaded before.
        System.setProperty("slf4j.provider", SeenLogs.class.getName());
        SeenErrors.watch();
        proveArmed();
    }

    /** Logs a message. A guard that does not see it would make every test pass. */
    static void proveArmed() {
        Leaks.startAfresh();
        LoggerFactory.getLogger("dev.kindred.guard").trace("armed");
        if (!Leaks.hasMessages()) {
            throw new IllegalStateException("A message of Kindred was not seen: the guard is not armed");
        }
        Leaks.startAfresh();
    }
}
