package dev.kindred.examples.tour.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.StackWalker.StackFrame;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads Java out of the very source that was compiled, which the build puts beside the class. So what the tour shows is
 * what it runs.
 */
final class Snippet {

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final String RETURN = "        return ";
    private static final String METHOD = "    private ";

    private Snippet() {}

    /** Returns the lines of the method that calls {@link Step}, from its first to the one before {@code return}. */
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

    /** Finds the last of the first {@code count} lines that begins with {@code prefix}. */
    private static int lastIndex(List<String> lines, String prefix, int count) {
        for (int index = count - 1; index >= 0; index--) {
            if (lines.get(index).startsWith(prefix)) {
                return index;
            }
        }
        throw new IllegalStateException("There is no line that begins with '" + prefix + "' before line " + count);
    }

    private static String source(Class<?> type) {
        String file = type.getSimpleName() + ".java";
        try (InputStream source = type.getResourceAsStream(file)) {
            if (source == null) {
                throw new IllegalStateException("The build did not put " + file + " beside its class");
            }
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file, e);
        }
    }
}
