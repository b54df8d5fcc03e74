package dev.kindred.it.observe;

import io.micrometer.tracing.test.simple.SimpleSpan;
import java.util.Collection;
import java.util.List;

/** Prints spans as a tree: one line for each name, children below their parent in the order of their starts. */
final class SpanTree {

    private SpanTree() {}

    static String of(Collection<SimpleSpan> spans) {
        StringBuilder tree = new StringBuilder();
        List<SimpleSpan> roots = spans.stream()
                .filter(span -> spans.stream().noneMatch(other -> isParent(other, span)))
                .toList();
        roots.forEach(root -> append(tree, root, spans, 0));
        return tree.toString();
    }

    private static void append(StringBuilder tree, SimpleSpan span, Collection<SimpleSpan> spans, int depth) {
        tree.append("  ".repeat(depth)).append(span.getName()).append('\n');
        spans.stream().filter(child -> isParent(span, child)).forEach(child -> append(tree, child, spans, depth + 1));
    }

    private static boolean isParent(SimpleSpan parent, SimpleSpan child) {
        return parent.context().spanId().equals(child.context().parentId());
    }
}
