package dev.kindred.reactor.internal.connection;

import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Tells the pipelines of a Context that one of their statements may write. Thread-safe: it has no state. */
public final class WriteMarks {

    private WriteMarks() {}

    /** Returns {@code context}, whose writes are marked in {@code pipeline} and in the pipelines around it. */
    public static Context in(Context context, Pipeline pipeline) {
        @Nullable Pipeline outer = context.getOrDefault(Pipeline.class, null);
        return context.put(Pipeline.class, outer == null ? pipeline : new Nested(pipeline, outer));
    }

    /** Marks a write of the pipelines in {@code context}. */
    public static void mark(ContextView context) {
        @Nullable Pipeline pipeline = context.getOrDefault(Pipeline.class, null);
        if (pipeline != null) {
            pipeline.wrote();
        }
    }

    /** A pipeline that wants to know whether it writes. Thread-safe. */
    public interface Pipeline {

        /** Is called before each statement that may write. */
        void wrote();
    }

    private record Nested(Pipeline inner, Pipeline outer) implements Pipeline {

        @Override
        public void wrote() {
            inner.wrote();
            outer.wrote();
        }
    }
}
