package dev.kindred.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    /** Stands, followed by its message, in a line where an error is expected. */
    private static final String EXPECTED = "// error: ";

    private static final List<JavaFileObject> REACTIVE = Reactive.sources().entrySet().stream()
            .map(source -> JavaFileObjects.forSourceString(source.getKey(), source.getValue()))
            .toList();
    private static final Pattern TYPE =
            Pattern.compile("^public (?:\\w+ )*?(?:record|class|interface|enum) (\\w+)", Pattern.MULTILINE);

    private Compile() {}

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
        return compile(javac().withProcessors(processors), sources);
    }

    /** Compiles with the classes of an earlier compilation on the class path. */
    static Compilation against(Path classes, List<JavaFileObject> sources, String... options) {
        List<File> path = new ArrayList<>(List.of(classes.toFile()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            path.add(new File(entry));
        }
        return compile(javac().withProcessors(new EntityProcessor()).withClasspath(path), sources, options);
    }

    private static Compilation compile(Compiler compiler, List<JavaFileObject> sources, String... options) {
        List<JavaFileObject> files = new ArrayList<>(REACTIVE);
        files.addAll(sources);
        // processing complains of every annotation that no processor claims, classfile of those of other libraries
        List<String> all = new ArrayList<>(List.of("-Xlint:all,-processing,-classfile", "-Werror"));
        all.addAll(Arrays.asList(options));
        return compiler.withOptions(all).compile(files);
    }

    /** Writes the classes of a compilation into a directory. */
    static void save(Compilation compilation, Path directory) throws IOException {
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                Path path = directory.resolve(file.getName().replaceFirst("^/?CLASS_OUTPUT/", ""));
                Files.createDirectories(path.getParent());
                try (InputStream bytes = file.openInputStream()) {
                    Files.copy(bytes, path, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /**
     * Compiles sources with the usual imports; the errors must be those that they contain as
     * {@code // error: message}.
     */
    static void check(String... bodies) {
        assertThat(errors(bodies)).containsExactlyInAnyOrderElementsOf(expected(bodies));
    }

    /** Compiles sources with the usual imports and returns the errors as {@code file:line: message}. */
    static List<String> errors(String... bodies) {
        return errors(of(Arrays.stream(bodies).map(Compile::source).toArray(JavaFileObject[]::new)));
    }

    /**
     * Returns the errors that sources declare as {@code // error: message}, in the form of {@link #errors(String...)}.
     */
    static List<String> expected(String... bodies) {
        return Arrays.stream(bodies)
                .flatMap(body -> expectedIn(source(body).getName(), IMPORTS + body).stream())
                .toList();
    }

    /** Returns the errors as {@code file:line: message}. */
    static List<String> errors(Compilation compilation) {
        return compilation.errors().stream().map(Compile::written).toList();
    }

    private static String written(Diagnostic<? extends JavaFileObject> error) {
        String file = error.getSource() == null ? "" : error.getSource().getName();
        return file + ":" + error.getLineNumber() + ": " + error.getMessage(Locale.ROOT);
    }

    private static List<String> expectedIn(String file, String source) {
        List<String> expected = new ArrayList<>();
        List<String> lines = source.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String[] messages = lines.get(i).split(EXPECTED, -1);
            for (int m = 1; m < messages.length; m++) {
                expected.add(file + ":" + (i + 1) + ": " + messages[m].strip());
            }
        }
        return expected;
    }
}
