package dev.kindred.test.boot;

import dev.kindred.test.StatementRecorder;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Begins and ends the transaction of each test of a {@link DataKindredTest}. Thread-safe: it has no state. */
final class SliceListener implements TestExecutionListener, Ordered {

    /** Before the listeners that run methods of the test. */
    private static final int ORDER = 3900;

    SliceListener() {}

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        if (isSlice(test)) {
            ApplicationContext context = test.getApplicationContext();
            context.getBean(StatementRecorder.class).clear();
            context.getBean(SliceTransactions.class).begin();
        }
    }

    @Override
    public void afterTestMethod(TestContext test) {
        if (isSlice(test)) {
            test.getApplicationContext().getBean(SliceTransactions.class).end();
        }
    }

    private static boolean isSlice(TestContext test) {
        return test.hasApplicationContext()
                && test.getApplicationContext().getBeanProvider(SliceTransactions.class).stream()
                        .findAny()
                        .isPresent();
    }
}
