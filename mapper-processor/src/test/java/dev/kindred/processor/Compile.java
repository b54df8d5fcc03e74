package dev.kindred.processor;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles sources with the processor, every warning being an error. */
final class Compile {

    static final String IMPORTS = """
            package app;
            import dev.kindred.annotation.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;
            import reactor.core.publisher.*;
            """;
    /** Stands where an error is expected. */
    static final String HERE = "// here";

    private static final List<JavaFileObject> REACTOR = List.of(publisher("Mono"), publisher("Flux"));
    private static final Pattern TYPE =
            Pattern.compile("^public (?:\\w+ )*?(?:record|class|interface|enum) (\\w+)", Pattern.MULTILINE);

    private Compile() {}

    /** Returns a stand-in, since the processor knows Reactor by name only. */
    private static JavaFileObject publisher(String name) {
        return JavaFileObjects.forSourceString(
                "reactor.core.publisher." + name,
                "package reactor.core.publisher; public abstract class " + name + "<T> { protected " + name
                        + "() {} }");
    }

    /** Returns a source that begins with the usual imports; its class is the first public one. */
    static JavaFileObject source(String body) {
        Matcher type = TYPE.matcher(body);
        if (!type.find()) {
            throw new IllegalArgumentException("no public type in: " + body);
        }
        return JavaFileObjects.forSourceString("app." + type.group(1), IMPORTS + body);
    }

    static Compilation of(JavaFileObject... sources) {
        return with(List.of(new EntityProcessor()), Arrays.asList(sources));
    }

    static Compilation with(List<Processor> processors, List<JavaFileObject> sources) {
        List<JavaFileObject> files = new ArrayList<>(REACTOR);
        files.addAll(sources);
        // processing: it complains of every annotation that no processor claims
        return javac().withProcessors(processors)
                .withOptions("-Xlint:all,-processing", "-Werror", "-implicit:none")
                .compile(files);
    }

    /** Returns the errors as {@code line: message}. */
    static List<String> errors(Compilation compilation) {
        return compilation.errors().stream()
                .map(error -> error.getLineNumber() + ": " + error.getMessage(Locale.ROOT))
                .toList();
    }

    /** Returns the number of the line that is marked {@link #HERE}, in a source with the usual imports. */
    static long markedLine(String body) {
        List<String> lines = (IMPORTS + body).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(HERE)) {
                return i + 1L;
            }
        }
        return Diagnostic.NOPOS;
    }
}
