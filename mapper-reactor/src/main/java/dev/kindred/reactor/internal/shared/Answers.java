package dev.kindred.reactor.internal.shared;

import dev.kindred.reactor.internal.connection.ErrorCopies;
import dev.kindred.reactor.internal.connection.Handover;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;

/** Gives callers their answers. Thread-safe: it has no state. */
final class Answers {

    private Answers() {}

    /** Returns {@code error} for each of several callers, each with its own instance. */
    static <V> List<Answer<V>> failures(Throwable error, int callers) {
        List<Answer<V>> failures = new ArrayList<>(callers);
        for (int i = 0; i < callers; i++) {
            failures.add(new Answer.Failure<>(i == 0 ? error : ErrorCopies.of(error)));
        }
        return failures;
    }

    /**
     * Gives each of {@code callers} its answer. Drops what subscribers throw after all have received theirs. Throws the
     * first fatal error again, as Reactor does.
     */
    static <V> void deliver(List<? extends Answered<V>> callers, List<Answer<V>> answers) {
        @Nullable Throwable fatal = null;
        for (int i = 0; i < callers.size(); i++) {
            try {
                callers.get(i).answer(answers.get(i));
            } catch (Throwable thrown) {
                if (fatal == null && Exceptions.isFatal(thrown)) {
                    fatal = thrown;
                } else {
                    Handover.drop(thrown, callers.get(i).currentContext());
                }
            }
        }
        Exceptions.throwIfFatal(fatal);
    }
}
