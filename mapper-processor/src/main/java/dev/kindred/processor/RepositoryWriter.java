package dev.kindred.processor;

import java.util.List;
import javax.lang.model.type.TypeMirror;

/**
 * Writes the class that implements a repository. It is not final, so that a framework can extend it, for example for
 * declarative transactions.
 */
final class RepositoryWriter {

    private static final String REACTOR = "reactor.core.publisher";
    private static final ClassRef MONO = new ClassRef(REACTOR, "Mono");
    private static final ClassRef FLUX = new ClassRef(REACTOR, "Flux");
    private static final ClassRef MAPPER = kindred("ReactiveMapper");

    private final RepositoryDescription repository;
    private final ClassRef entity;
    private final TypeMirror key;
    private final SourceText text;

    private RepositoryWriter(RepositoryDescription repository) {
        this.repository = repository;
        this.entity = repository.entity().className();
        this.key = repository.base().getTypeArguments().get(1);
        this.text = new SourceText(repository.generated().packageName());
    }

    /**
     * Returns the source.
     *
     * @param annotations the annotations of the class
     */
    static String write(RepositoryDescription repository, List<Code> annotations) {
        RepositoryWriter writer = new RepositoryWriter(repository);
        writer.write(annotations);
        return writer.text.render();
    }

    private static ClassRef kindred(String name) {
        return new ClassRef(RepositoryReader.BASE.packageName(), name);
    }

    private void write(List<Code> annotations) {
        ClassRef type = ClassRef.of(repository.type());
        ClassRef generated = repository.generated();
        text.add("/**\n * Implements {@link $T}.\n */\n", type);
        annotations.forEach(annotation -> text.add("$L\n", annotation));
        text.add("class $T extends $T implements $T {\n", generated, kindred("GeneratedRepository"), type);
        text.add("    static {\n        register($T.class, $T::new);\n    }\n\n", type, generated);
        text.add("    $T($T mapper) {\n        super(mapper);\n    }\n", generated, MAPPER);
        // the superclass implements mapper()
        repository.methods().stream().filter(method -> !method.equals("mapper")).forEach(this::addMethod);
        text.add("}\n");
    }

    private void addMethod(String method) {
        switch (method) {
            case "query" -> addQuery();
            case "find", "get" -> addByKey(method);
            case "stream" -> addBody("$T<$T> stream()", Code.of("query().stream()"), FLUX, entity);
            case "delete" -> addBody("$T<$T> delete($T entity)", write("delete"), MONO, Boolean.class, entity);
            default -> addBody("$T<$T> $L($T entity)", write(method), MONO, entity, method, entity);
        }
    }

    private static Code write(String method) {
        return Code.of("mapper().$L(entity)", method);
    }

    private void addQuery() {
        ClassRef model = repository.entity().generatedName();
        Code body = Code.of("mapper().from($T.$L)", model, DeclaredEntity.MODEL);
        addBody("$T<$T> query()", body, kindred("EntitySelect"), entity);
    }

    /** The mapper reports a null key as an error of the publisher. */
    private void addByKey(String method) {
        Code call = Code.of("mapper().$L($T.class", method, entity);
        List<String> parts = repository.keyParts();
        Code values = parts.stream().map(part -> Code.of("id.$L", part)).collect(Code.joining(", "));
        Code result = parts.isEmpty()
                ? Code.of("$L, id)", call)
                : Code.of("id == null\n                ? $L, null)\n                : $L, $L)", call, call, values);
        addBody("$T<$T> $L($T id)", result, MONO, entity, method, key);
    }

    private void addBody(String header, Code result, Object... arguments) {
        text.add("\n    public $L {\n        return $L;\n    }\n", Code.of(header, arguments), result);
    }
}
