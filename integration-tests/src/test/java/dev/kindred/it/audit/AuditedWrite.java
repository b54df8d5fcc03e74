package dev.kindred.it.audit;

import dev.kindred.reactor.ReactiveMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/**
 * A write, and the rows that it leaves.
 *
 * @param name the name
 * @param work the write
 * @param rows by table and condition, the creators and the last changers of the rows
 */
record AuditedWrite(
        String name, Function<ReactiveMapper, ? extends Publisher<?>> work, List<Map.Entry<String, String>> rows) {

    static AuditedWrite of(String name, Function<ReactiveMapper, ? extends Publisher<?>> work) {
        return new AuditedWrite(name, work, List.of());
    }

    /** The rows that a table has for a condition are of {@code audit}, such as {@code eve/bob}. */
    AuditedWrite leaves(String where, String audit) {
        List<Map.Entry<String, String>> all = new ArrayList<>(rows);
        all.add(Map.entry(where, audit));
        return new AuditedWrite(name, work, all);
    }

    @Override
    public String toString() {
        return name;
    }
}
