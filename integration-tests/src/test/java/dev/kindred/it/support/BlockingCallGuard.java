package dev.kindred.it.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingMethod;
import reactor.blockhound.BlockingOperationError;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Makes blocking calls on event loops fail, in the whole run, unless the system property {@code kindred.blockhound}
 * is {@code false}. Safe for use by many threads.
 *
 * <p>JUnit finds it by itself. The JVM needs {@code -XX:+AllowRedefinitionToAddDeleteMethods}, and from version 21 on
 * {@code -XX:+EnableDynamicAgentLoading}; without them the run ends at once. Each violation is thrown where it happens
 * and recorded too, so that {@link DatabaseExtension} fails a test in which somebody swallowed it.
 */
public final class BlockingCallGuard implements LauncherSessionListener {

    private static final String PROPERTY = "kindred.blockhound";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Queue<BlockingOperationError> VIOLATIONS = new ConcurrentLinkedQueue<>();

    /** Called by JUnit. */
    public BlockingCallGuard() {}

    /**
     * Whether the guard is on, as it is unless the system property is {@code false}.
     *
     * @return true if blocking calls fail in this JVM
     */
    public static boolean isWanted() {
        return !"false".equals(System.getProperty(PROPERTY));
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (isWanted()) {
            BlockHound.install(BlockingCallGuard::configure);
            proveArmed();
        }
    }

    /** Gives what was recorded since the last call, and forgets it. */
    static List<BlockingOperationError> takeViolations() {
        List<BlockingOperationError> taken = new ArrayList<>();
        for (BlockingOperationError next = VIOLATIONS.poll(); next != null; next = VIOLATIONS.poll()) {
            taken.add(next);
        }
        return taken;
    }

    /** Blocks where it is forbidden: a guard that lets that pass would make every test pass. */
    static void proveArmed() {
        if (!isCaught()) {
            throw new IllegalStateException("A sleep in a parallel scheduler was not caught: the guard is not armed");
        }
        takeViolations();
    }

    private static boolean isCaught() {
        try {
            Mono.fromCallable(BlockingCallGuard::sleep)
                    .subscribeOn(Schedulers.parallel())
                    .block(PATIENCE);
            return false;
        } catch (RuntimeException | BlockingOperationError e) {
            return Exceptions.unwrap(e) instanceof BlockingOperationError;
        }
    }

    private static boolean sleep() throws InterruptedException {
        Thread.sleep(1);
        return true;
    }

    /**
     * Two things the driver does on an event loop are allowed: the JDK reads {@code /dev/urandom}, which never blocks,
     * when it logs in by SCRAM, and Netty loads its native library, once, when it connects for the first time.
     */
    private static void configure(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside("sun.security.provider.NativePRNG$RandomIO", "readFully")
                .allowBlockingCallsInside("io.netty.util.internal.NativeLibraryLoader", "load")
                .blockingMethodCallback(BlockingCallGuard::report);
    }

    private static void report(BlockingMethod method) {
        BlockingOperationError violation = new BlockingOperationError(method);
        VIOLATIONS.add(violation);
        throw violation;
    }
}
