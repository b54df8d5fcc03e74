package dev.kindred.it.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The allowed imports between the layers, each a package below the root package. */
final class LayerImports {
    static final List<String> CORE = List.of(
            "annotation",
            "error",
            "type",
            "internal.sql",
            "internal.sql.ddl",
            "internal.model",
            "model",
            "query",
            "schema",
            "internal.query",
            "internal.schema",
            "internal.render",
            "internal.render.postgres",
            "internal.key",
            "internal.preload",
            "internal.persist",
            "internal.page",
            "internal.verify",
            "internal.util");

    private static final List<String> REACTOR = List.of(
            "reactor.spi",
            "reactor.transaction",
            "reactor.jackson",
            "reactor.internal.hint",
            "reactor.internal.codec",
            "reactor.internal.connection",
            "reactor.internal.host",
            "reactor.internal.row",
            "reactor.internal.transaction",
            "reactor.internal.execute",
            "reactor.internal.shared",
            "reactor.internal.read",
            "reactor.internal.preload",
            "reactor.internal.persist",
            "reactor.internal.page",
            "reactor.internal.replica",
            "reactor.internal.schema",
            "reactor.internal.select",
            "reactor.internal.wiring");

    /** The packages that every layer may import. */
    private static final List<String> COMMON = List.of("error", "internal.util");

    private static final Map<String, List<String>> ALLOWED = allowed();

    private LayerImports() {}

    static List<String> layers() {
        return List.copyOf(ALLOWED.keySet());
    }

    /** The packages that a layer may import, and itself. */
    static List<String> of(String layer) {
        List<String> allowed = ALLOWED.get(layer);
        if (allowed == null) {
            throw new IllegalArgumentException("no such layer: " + layer);
        }
        return concat(allowed, concat(COMMON, List.of(layer)));
    }

    private static Map<String, List<String>> allowed() {
        Map<String, List<String>> allowed = new LinkedHashMap<>();
        allowed.put("annotation", List.of());
        allowed.put("error", List.of());
        allowed.put("internal.util", List.of());
        allowed.put("type", List.of());
        allowed.put("internal.sql", List.of("type", "annotation"));
        allowed.put("internal.sql.ddl", List.of("internal.sql", "type", "annotation"));
        allowed.put("internal.model", List.of("internal.sql", "type"));
        allowed.put("model", List.of("internal.model", "internal.sql", "type", "annotation"));
        allowed.put("query", List.of("model"));
        allowed.put("internal.query", List.of("query", "model", "internal.model", "internal.sql", "type"));
        allowed.put(
                "internal.schema",
                List.of("model", "internal.model", "internal.sql", "internal.sql.ddl", "type", "annotation"));
        // The only public package that renders: a migration is text, and writing it needs no connection.
        allowed.put(
                "schema",
                List.of(
                        "model",
                        "internal.model",
                        "internal.sql",
                        "internal.sql.ddl",
                        "internal.schema",
                        "type",
                        "annotation",
                        "internal.render",
                        "internal.render.postgres"));
        allowed.put("internal.render", List.of("internal.sql", "internal.sql.ddl", "type"));
        allowed.put(
                "internal.render.postgres",
                List.of("internal.render", "internal.sql", "internal.sql.ddl", "type", "annotation"));
        allowed.put("internal.key", List.of("model", "internal.model", "internal.sql", "type"));
        allowed.put(
                "internal.preload",
                List.of("internal.key", "internal.query", "query", "model", "internal.model", "internal.sql", "type"));
        allowed.put(
                "internal.persist",
                List.of("internal.key", "internal.query", "query", "model", "internal.model", "internal.sql", "type"));
        allowed.put(
                "internal.page", List.of("internal.query", "query", "model", "internal.model", "internal.sql", "type"));
        allowed.put(
                "internal.verify",
                List.of(
                        "schema",
                        "internal.schema",
                        "internal.query",
                        "model",
                        "internal.model",
                        "internal.sql",
                        "internal.sql.ddl",
                        "type",
                        "annotation",
                        "internal.render"));
        allowed.put("spring.transaction", List.of("reactor", "reactor.spi", "reactor.transaction"));
        allowed.put("spring.error", List.of());
        allowed.put("spring.web", List.of("spring.error", "reactor", "query", "model"));
        allowed.put(
                "spring.boot",
                List.of(
                        "spring.boot.error",
                        "spring.error",
                        "spring.web",
                        "spring.transaction",
                        "reactor",
                        "reactor.spi",
                        "reactor.jackson",
                        "annotation",
                        "query",
                        "schema",
                        "model",
                        "type"));
        allowed.put("spring.boot.error", List.of());
        allowed.put("spring.boot.observation", List.of("spring.boot", "micrometer", "reactor", "reactor.spi"));
        allowed.put(
                "test.boot",
                List.of("test", "test.internal", "spring.boot", "reactor", "reactor.spi", "schema", "model", "type"));
        allowed.put("test.internal.error", List.of());
        allowed.put("test.internal", List.of("test.internal.error", "reactor.spi"));
        allowed.put(
                "test",
                List.of(
                        "test.internal",
                        "reactor",
                        "reactor.spi",
                        "reactor.internal.hint",
                        "query",
                        "model",
                        "schema"));
        allowed.put("micrometer", List.of("reactor.spi"));
        allowed.put(
                "spring.boot.console",
                List.of("spring.boot", "reactor", "reactor.spi", "reactor.internal.hint", "schema", "model"));
        allowed.put("reactor.spi", List.of("reactor.transaction"));
        allowed.put("reactor.transaction", List.of());
        allowed.put("reactor.jackson", List.of("type", "model", "query", "reactor.internal.preload"));
        allowed.put("reactor.internal.hint", List.of("reactor.spi"));
        allowed.put("reactor.internal.codec", List.of());
        allowed.put("reactor.internal.connection", List.of("reactor.spi", "reactor.transaction"));
        allowed.put("reactor.internal.host", List.of("reactor.internal.connection"));
        allowed.put(
                "reactor.internal.row",
                List.of("reactor.internal.codec", "model", "internal.model", "internal.sql", "type"));
        allowed.put(
                "reactor.internal.transaction",
                List.of("reactor.internal.connection", "reactor.spi", "reactor.transaction"));
        allowed.put(
                "reactor.internal.execute",
                List.of(
                        "reactor.internal.connection",
                        "reactor.internal.row",
                        "reactor.internal.transaction",
                        "reactor.spi",
                        "internal.render",
                        "internal.sql",
                        "internal.sql.ddl",
                        "internal.model",
                        "type",
                        "model"));
        allowed.put("reactor.internal.shared", onExecution("internal.key"));
        allowed.put(
                "reactor.internal.read",
                List.of(
                        "reactor.internal.execute",
                        "reactor.internal.row",
                        "reactor.internal.connection",
                        "reactor.internal.transaction",
                        "reactor.spi",
                        "internal.query",
                        "query",
                        "model",
                        "internal.model",
                        "internal.sql",
                        "type",
                        "internal.render"));
        allowed.put(
                "reactor.internal.preload",
                concat(
                        onExecution("internal.preload"),
                        List.of("internal.key", "internal.page", "reactor.internal.read", "reactor.internal.shared")));
        // Written rows are read as entities. An interface of the read package creates their handles.
        allowed.put(
                "reactor.internal.persist",
                concat(
                        onExecution("internal.persist"),
                        List.of(
                                "reactor.internal.read",
                                "reactor.internal.shared",
                                "internal.key",
                                "internal.preload")));
        // Cursors are text; no statement runs here.
        allowed.put("reactor.internal.page", List.of("internal.page", "query", "model", "type"));
        allowed.put(
                "reactor.internal.replica",
                List.of("reactor.internal.connection", "reactor.internal.page", "reactor.spi", "reactor.transaction"));
        allowed.put(
                "reactor.internal.schema",
                concat(onExecution("internal.verify"), List.of("schema", "internal.schema", "internal.sql.ddl")));
        allowed.put(
                "reactor.internal.select",
                concat(
                        onExecution("internal.preload"),
                        List.of(
                                "internal.key",
                                "internal.page",
                                "reactor.internal.shared",
                                "reactor.internal.read",
                                "reactor.internal.preload",
                                "reactor.internal.page")));
        allowed.put("reactor.internal.wiring", concat(CORE, REACTOR));
        allowed.put("reactor", concat(CORE, REACTOR));
        return allowed;
    }

    private static List<String> onExecution(String namesake) {
        return List.of(
                "reactor.internal.execute",
                "reactor.internal.row",
                "reactor.internal.connection",
                "reactor.internal.transaction",
                "reactor.spi",
                "internal.query",
                "query",
                "model",
                "internal.model",
                "internal.sql",
                "type",
                "internal.render",
                namesake);
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
