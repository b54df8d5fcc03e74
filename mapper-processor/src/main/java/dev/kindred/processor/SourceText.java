package dev.kindred.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The text of a source file. A class is imported when its simple name is free, and has its full name otherwise. Classes
 * of the same package come first. Classes of {@code java.lang} are imported too, since the package may have a class of
 * the same name.
 */
final class SourceText {

    private final String packageName;
    private final List<Code> body = new ArrayList<>();

    SourceText(String packageName) {
        this.packageName = packageName;
    }

    /** Adds text, with arguments as for {@link Code#of}. */
    void add(String format, Object... arguments) {
        body.add(Code.of(format, arguments));
    }

    /** Adds text. */
    void add(Code code) {
        body.add(code);
    }

    /** Returns the whole file. */
    String render() {
        Map<String, String> simpleNames = simpleNames();
        StringBuilder text = new StringBuilder(8192);
        if (!packageName.isEmpty()) {
            text.append("package ").append(packageName).append(";\n\n");
        }
        String own = packageName.isEmpty() ? "" : packageName + ".";
        TreeSet<String> imports = new TreeSet<>();
        simpleNames.forEach((simple, canonical) -> {
            if (!canonical.equals(own + simple)) {
                imports.add(canonical);
            }
        });
        imports.forEach(name -> text.append("import ").append(name).append(";\n"));
        text.append('\n');
        for (Code code : body) {
            for (Object piece : code.pieces()) {
                text.append(piece instanceof ClassRef type ? name(simpleNames, type) : piece);
            }
        }
        return text.toString();
    }

    private Map<String, String> simpleNames() {
        Map<String, String> names = new HashMap<>();
        List<ClassRef> others = new ArrayList<>();
        for (Code code : body) {
            for (Object piece : code.pieces()) {
                if (piece instanceof ClassRef type && type.packageName().equals(packageName)) {
                    names.put(type.topLevel(), type.canonicalTopLevel());
                } else if (piece instanceof ClassRef type) {
                    others.add(type);
                }
            }
        }
        // the default package has no name to import from
        others.removeIf(type -> type.packageName().isEmpty());
        others.forEach(type -> names.putIfAbsent(type.topLevel(), type.canonicalTopLevel()));
        return names;
    }

    private static String name(Map<String, String> simpleNames, ClassRef type) {
        return type.canonicalTopLevel().equals(simpleNames.get(type.topLevel())) ? type.name() : type.canonicalName();
    }
}
