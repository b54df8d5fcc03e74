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
 * Makes blocking calls on event loops fail, in the whole run, unless the system property {@code kindred.blockhound} is
 * {@code false}. Safe for use by many threads.
 *
 * <p>JUnit discovers it. The JVM needs {@code -XX:+AllowRedefinitionToAddDeleteMethods}, and from version 21 on {@code
 * -XX:+EnableDynamicAgentLoading}. Without them the run ends immediately. Each violation is thrown where it happens and
 * also recorded, so that {@link DatabaseExtension} fails a test even if the exception was swallowed.
 */
public final class BlockingCallGuard implements LauncherSessionListener {

    private static final String PROPERTY = "kindred.blockhound";
    private static final String MAVEN_PLUGINS = "org.apache.maven.plugin.";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Queue<BlockingOperationError> VIOLATIONS = new ConcurrentLinkedQueue<>();

    /** Called by JUnit. */
    public BlockingCallGuard() {}

    /**
     * Whether the guard is enabled, which is the default.
     *
     * @return true if blocking calls fail in this JVM
     */
    public static boolean isWanted() {
        return !"false".equals(System.getProperty(PROPERTY));
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (isWanted() && !isInMaven()) {
            BlockHound.install(BlockingCallGuard::configure);
            proveArmed();
        }
    }

    /** If several JVMs share the tests, Maven opens a session in its own JVM, which only finds the test classes. */
    private static boolean isInMaven() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().startsWith(MAVEN_PLUGINS)));
    }

    /** Returns and clears the violations that were recorded since the last call. */
    static List<BlockingOperationError> takeViolations() {
        List<BlockingOperationError> taken = new ArrayList<>();
        for (BlockingOperationError next = VIOLATIONS.poll(); next != null; next = VIOLATIONS.poll()) {
            taken.add(next);
        }
        return taken;
    }

    /** Makes a forbidden blocking call. A guard that allows it would make every test pass. */
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
     * Allows calls of the driver on an event loop. The JDK reads {@code /dev/urandom} for SCRAM, which never blocks.
     * Netty loads its native library once, at the first connect. Its buffer allocator makes more of its shared memory
     * areas, the magazines, when several threads allocate from the same one. It then frees each former magazine, and
     * {@code Magazine.free} waits until no thread allocates from it. No other method of the allocator waits.
     */
    private static void configure(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside("sun.security.provider.NativePRNG$RandomIO", "readFully")
                .allowBlockingCallsInside("io.netty.util.internal.NativeLibraryLoader", "load")
                .allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator$Magazine", "free")
                .blockingMethodCallback(BlockingCallGuard::report);
    }

    private static void report(BlockingMethod method) {
        BlockingOperationError violation = new BlockingOperationError(method);
        VIOLATIONS.add(violation);
        throw violation;
    }
}
