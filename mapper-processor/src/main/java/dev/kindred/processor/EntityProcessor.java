package dev.kindred.processor;

import dev.kindred.annotation.DefaultCodec;
import dev.kindred.annotation.KindredRepository;
import dev.kindred.annotation.Table;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/**
 * Generates a class for each entity, a class marked {@link Table}. The generated class has the name of the entity and
 * the suffix {@code _}. It holds the typed columns and relations, and the code that reads and instantiates the entity.
 * A wrong mapping is a compile error at the member.
 *
 * <p>It also generates the implementation of each repository, an interface marked {@link KindredRepository}. A wrong
 * repository is a compile error at the interface or at its method. For each generated class a file in
 * {@code META-INF/native-image} lists what a native image needs.
 *
 * <p>It checks each {@link DefaultCodec} at the type or the package that declares it.
 *
 * <p>The compiler finds the processor on the annotation processor path. It has no options. An entity or a repository
 * that uses a type which another processor generates waits for the next round. The processor claims annotations if no
 * other processor is on the path, since javac warns of unclaimed annotations. An instance serves one compilation.
 */
public final class EntityProcessor extends AbstractProcessor {

    private final Map<Class<? extends Annotation>, Set<String>> waiting = new HashMap<>();
    private final Set<String> sources = new HashSet<>();
    /** The types and packages whose default codecs have a problem that is reported. */
    private final Set<String> refused = new HashSet<>();

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
        JavaModel java = new JavaModel(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), sources, refused);
        checkDefaultCodecs(java, round);
        types(java, Table.class, round).forEach(type -> processEntity(java, type, round));
        types(java, KindredRepository.class, round).forEach(type -> processRepository(java, type, round));
        return isAlone;
    }

    private void checkDefaultCodecs(JavaModel java, RoundEnvironment round) {
        Set<Element> declaring = new LinkedHashSet<>(round.getElementsAnnotatedWith(DefaultCodec.class));
        declaring.addAll(round.getElementsAnnotatedWith(DefaultCodec.List.class));
        for (Element element : declaring) {
            List<Problem> problems = DefaultCodecChecks.check(java, element);
            problems.forEach(this::report);
            if (!problems.isEmpty()) {
                refused.add(element.toString());
            }
        }
    }

    /** Returns the types that wait since the last round, and those of this round. */
    private List<TypeElement> types(JavaModel java, Class<? extends Annotation> annotation, RoundEnvironment round) {
        List<TypeElement> types = new ArrayList<>();
        Set<String> names = waiting(annotation);
        names.stream()
                .map(java.elements()::getTypeElement)
                .filter(Objects::nonNull)
                .forEach(types::add);
        names.clear();
        types.addAll(ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation)));
        return types;
    }

    private Set<String> waiting(Class<? extends Annotation> annotation) {
        return waiting.computeIfAbsent(annotation, absent -> new LinkedHashSet<>());
    }

    private void processEntity(JavaModel java, TypeElement type, RoundEnvironment round) {
        DeclaredEntity shape = new ShapeReader(java).read(type);
        Optional<Problem> unresolved = Unresolved.in(java, shape);
        if (unresolved.isPresent()) {
            postpone(unresolved.get(), type, Table.class, round);
            return;
        }
        shape.problems().forEach(this::report);
        if (shape.problems().isEmpty()) {
            EntityReader.Outcome outcome = EntityReader.read(java, shape);
            outcome.problems().forEach(this::report);
            // generated despite problems, since a missing class would cause many more errors
            write(java, outcome.description(), outcome.problems().isEmpty());
        }
    }

    private void processRepository(JavaModel java, TypeElement type, RoundEnvironment round) {
        RepositoryReader reader = new RepositoryReader(java, type);
        Optional<Problem> unresolved = reader.unresolved();
        if (unresolved.isPresent()) {
            postpone(unresolved.get(), type, KindredRepository.class, round);
            return;
        }
        Optional<RepositoryDescription> repository = reader.read();
        reader.problems().forEach(this::report);
        repository.ifPresent(description -> write(java, description));
    }

    private void postpone(
            Problem unresolved, TypeElement type, Class<? extends Annotation> annotation, RoundEnvironment round) {
        if (!round.processingOver()) {
            waiting(annotation).add(type.getQualifiedName().toString());
        } else if (!round.errorRaised()) {
            report(unresolved);
        }
    }

    private void write(JavaModel java, EntityDescription entity, boolean isRight) {
        writeFiles(entity.type(), entity.generated(), files -> {
            List<Code> annotations = annotations(java, entity.type(), Suppressions.of(java, entity));
            files.writeClass(entity.generated(), ModelClassWriter.write(entity, annotations));
            if (isRight) {
                files.writeHints(entity.generated(), NativeHints.write(java, entity));
            }
        });
    }

    private void write(JavaModel java, RepositoryDescription repository) {
        writeFiles(repository.type(), repository.generated(), files -> {
            List<Code> annotations = annotations(java, repository.type(), Suppressions.of(repository));
            files.writeClass(repository.generated(), RepositoryWriter.write(repository, annotations));
            files.writeHints(repository.generated(), NativeHints.write(repository));
        });
    }

    /** A write that may fail. */
    private interface Write {
        void to(GeneratedFiles files) throws IOException;
    }

    private void writeFiles(TypeElement type, ClassRef generated, Write write) {
        String name = type.getSimpleName().toString();
        try {
            write.to(new GeneratedFiles(processingEnv.getFiler(), type));
        } catch (FilerException e) {
            report(new Problem(EntityMessages.exists(name, generated.name()), type, null));
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            report(new Problem(EntityMessages.notWritten(name, generated.name(), reason), type, null));
        }
    }

    private static List<Code> annotations(JavaModel java, TypeElement type, Code suppressions) {
        List<Code> annotations = new ArrayList<>();
        if (seesGenerated(java, type)) {
            annotations.add(Code.of("@$T($S)", Generated.class, EntityProcessor.class.getName()));
        }
        annotations.add(suppressions);
        return annotations;
    }

    /** Returns whether the module of a type reads {@code java.compiler}. */
    private static boolean seesGenerated(JavaModel java, TypeElement type) {
        return java.elements().getTypeElement(java.elements().getModuleOf(type), Generated.class.getName()) != null;
    }

    private void report(Problem problem) {
        processingEnv
                .getMessager()
                .printMessage(Diagnostic.Kind.ERROR, problem.message(), problem.element(), problem.annotation());
    }
}
