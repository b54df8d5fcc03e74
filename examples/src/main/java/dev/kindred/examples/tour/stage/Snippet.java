package dev.kindred.examples.tour.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.StackWalker.StackFrame;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads code from the compiled source file, which the build copies beside the class. The tour therefore shows exactly
 * the code that it runs.
 */
final class Snippet {

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final String RETURN = "        return ";
    private static final String METHOD = "    private ";

    private Snippet() {}

    /**
     * Returns the lines of the method that calls {@link Step}, from its first line to the line before {@code return}.
     */
    static List<String> ofCaller() {
        StackFrame caller = STACK.walk(
                        frames -> frames.filter(Snippet::isChapter).findFirst())
                .orElseThrow();
        List<String> lines = source(caller.getDeclaringClass()).lines().toList();
        int end = lastIndex(lines, RETURN, caller.getLineNumber());
        int begin = lastIndex(lines, METHOD, end) + 1;
        return lines.subList(begin, end).stream().map(String::stripTrailing).toList().stream()
                .map(line -> line.substring(Math.min(RETURN.indexOf('r'), line.length())))
                .toList();
    }

    private static boolean isChapter(StackFrame frame) {
        return frame.getDeclaringClass() != Snippet.class && frame.getDeclaringClass() != Step.class;
    }

    /** Finds the last of the first {@code count} lines that starts with {@code prefix}. */
    private static int lastIndex(List<String> lines, String prefix, int count) {
        for (int index = count - 1; index >= 0; index--) {
            if (lines.get(index).startsWith(prefix)) {
                return index;
            }
        }
        throw new IllegalStateException("No line starts with '" + prefix + "' before line " + count);
    }

    private static String source(Class<?> type) {
        String file = type.getSimpleName() + ".java";
        try (InputStream source = type.getResourceAsStream(file)) {
            if (source == null) {
                throw new IllegalStateException("The build did not copy " + file + " beside its class");
            }
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file, e);
        }
    }
}
