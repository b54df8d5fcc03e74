package dev.kindred.processor;

import dev.kindred.annotation.Table;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.Generated;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Generates a class for each entity, a class marked {@link Table}. The generated class has the name of the entity and
 * the suffix {@code _}. It holds the typed columns and relations, and the code that reads and instantiates the entity.
 * A wrong mapping is a compile error at the member.
 *
 * <p>The compiler finds the processor on the annotation processor path. It has no options. An entity that uses a type
 * which another processor generates waits for the next round. The processor claims annotations if no other processor is
 * on the path, since javac warns of unclaimed annotations. An instance serves one compilation.
 */
public final class EntityProcessor extends AbstractProcessor {

    private final Set<String> waiting = new LinkedHashSet<>();
    private final Set<String> sources = new HashSet<>();

    private final boolean isAlone = Claim.isAlone(EntityProcessor.class.getClassLoader());

    /** Creates the processor. Called by the compiler. */
    public EntityProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Claim.annotations(isAlone);
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // javac -Xlint warns of annotations that no processor claims
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        ElementFilter.typesIn(round.getRootElements())
                .forEach(type -> sources.add(type.getQualifiedName().toString()));
        JavaModel java = new JavaModel(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), sources);
        List<String> returning = List.copyOf(waiting);
        waiting.clear();
        for (String name : returning) {
            @Nullable TypeElement type = java.elements().getTypeElement(name);
            if (type != null) {
                process(java, type, round);
            }
        }
        for (Element element : round.getElementsAnnotatedWith(Table.class)) {
            process(java, (TypeElement) element, round);
        }
        return isAlone;
    }

    private void process(JavaModel java, TypeElement type, RoundEnvironment round) {
        DeclaredEntity shape = new ShapeReader(java).read(type);
        Optional<Problem> unresolved = Unresolved.in(java, shape);
        if (unresolved.isEmpty()) {
            write(java, shape);
        } else if (!round.processingOver()) {
            waiting.add(type.getQualifiedName().toString());
        } else if (!round.errorRaised()) {
            report(unresolved.get());
        }
    }

    private void write(JavaModel java, DeclaredEntity shape) {
        shape.problems().forEach(this::report);
        if (!shape.problems().isEmpty()) {
            return;
        }
        EntityReader.Outcome outcome = EntityReader.read(java, shape);
        outcome.problems().forEach(this::report);
        // generated despite problems, since a missing class would cause many more errors
        write(java, outcome.description());
    }

    private void write(JavaModel java, EntityDescription entity) {
        String name = entity.type().getSimpleName().toString();
        String generated = entity.generated().name();
        try {
            writeFile(entity, ModelClassWriter.write(entity, annotations(java, entity)));
        } catch (FilerException e) {
            report(new Problem(EntityMessages.exists(name, generated), entity.type(), null));
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            report(new Problem(EntityMessages.notWritten(name, generated, reason), entity.type(), null));
        }
    }

    private void writeFile(EntityDescription entity, String text) throws IOException {
        JavaFileObject file =
                processingEnv.getFiler().createSourceFile(entity.generated().canonicalName(), entity.type());
        try (Writer writer = file.openWriter()) {
            writer.write(text);
        }
    }

    private static List<Code> annotations(JavaModel java, EntityDescription entity) {
        List<Code> annotations = new ArrayList<>();
        if (seesGenerated(java, entity.type())) {
            annotations.add(Code.of("@$T($S)", Generated.class, EntityProcessor.class.getName()));
        }
        annotations.add(Suppressions.of(java, entity));
        return annotations;
    }

    /** Returns whether the module of the entity reads {@code java.compiler}. */
    private static boolean seesGenerated(JavaModel java, TypeElement type) {
        return java.elements().getTypeElement(java.elements().getModuleOf(type), Generated.class.getName()) != null;
    }

    private void report(Problem problem) {
        processingEnv
                .getMessager()
                .printMessage(Diagnostic.Kind.ERROR, problem.message(), problem.element(), problem.annotation());
    }
}
