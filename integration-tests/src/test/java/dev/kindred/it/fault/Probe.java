package dev.kindred.it.fault;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/** The final subscriber. It requests everything and counts its signals. Confined to one thread. */
final class Probe implements CoreSubscriber<Object> {

    private final Runnable onValue;
    private final List<String> violations = new ArrayList<>();
    private @Nullable Subscription upstream;
    private boolean cancelled;
    private int values;
    private int ends;
    private @Nullable Throwable error;

    Probe(Runnable onValue) {
        this.onValue = onValue;
    }

    void cancel() {
        Subscription known = upstream;
        if (ends == 0 && !cancelled) {
            cancelled = true;
            if (known != null) {
                known.cancel();
            }
        }
    }

    boolean isCancelled() {
        return cancelled;
    }

    boolean isOver() {
        return cancelled || ends > 0;
    }

    int values() {
        return values;
    }

    @Nullable
    Throwable error() {
        return error;
    }

    List<String> violations() {
        List<String> found = new ArrayList<>(violations);
        if (!cancelled && ends != 1) {
            found.add("the subscriber was told " + ends + " times that it is over");
        }
        return found;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        upstream = subscription;
        if (cancelled) {
            subscription.cancel();
        } else {
            subscription.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(Object value) {
        values++;
        onValue.run();
    }

    @Override
    public void onError(Throwable failure) {
        error = failure;
        end();
    }

    @Override
    public void onComplete() {
        end();
    }

    private void end() {
        ends++;
        if (ends > 1) {
            violations.add("an end came after the end");
        }
    }

    @Override
    public Context currentContext() {
        return Context.of("caller", "probe");
    }
}
