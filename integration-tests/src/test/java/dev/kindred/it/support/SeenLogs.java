package dev.kindred.it.support;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.simple.SimpleServiceProvider;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Shows the messages of Kindred at every level, and the statements of the driver, to {@link Leaks}. Writes what the
 * logger of the tests writes. Safe for use by many threads.
 */
public final class SeenLogs implements SLF4JServiceProvider {

    private static final String STATEMENTS = "io.r2dbc.postgresql.QUERY";

    private final SimpleServiceProvider written = new SimpleServiceProvider();

    /** Called by SLF4J. */
    public SeenLogs() {}

    @Override
    public void initialize() {
        written.initialize();
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        ILoggerFactory factory = written.getLoggerFactory();
        return name -> name.startsWith("dev.kindred.") || name.equals(STATEMENTS)
                ? new Seen(name, factory.getLogger(name))
                : factory.getLogger(name);
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return written.getMarkerFactory();
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return written.getMDCAdapter();
    }

    @Override
    public String getRequestedApiVersion() {
        return written.getRequestedApiVersion();
    }

    /** Everything is enabled, so that each message is created. */
    private static final class Seen extends LegacyAbstractLogger {

        private static final long serialVersionUID = 1L;

        private final transient Logger written;

        Seen(String name, Logger written) {
            this.name = name;
            this.written = written;
        }

        @Override
        public boolean isTraceEnabled() {
            return !isOfDriver();
        }

        @Override
        public boolean isDebugEnabled() {
            return true;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return Seen.class.getName();
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String pattern,
                @Nullable Object @Nullable [] arguments,
                @Nullable Throwable error) {
            String message = MessageFormatter.basicArrayFormat(pattern, arguments);
            if (isOfDriver()) {
                Leaks.sent(message);
            } else {
                Leaks.logged(name + ": " + message + trace(error));
            }
            if (written.isEnabledForLevel(level)) {
                written.atLevel(level).setCause(error).log(message);
            }
        }

        private boolean isOfDriver() {
            return name.equals(STATEMENTS);
        }

        private static String trace(@Nullable Throwable error) {
            if (error == null) {
                return "";
            }
            StringWriter text = new StringWriter();
            error.printStackTrace(new PrintWriter(text));
            return "\n" + text;
        }
    }
}
