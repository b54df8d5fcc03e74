package dev.kindred.processor;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** Messages about repositories. */
final class RepositoryMessages {

    private static final String BASE = "EntityRepository";

    private RepositoryMessages() {}

    static String notAnInterface(String name) {
        return name + ": @KindredRepository marks a type that is not an interface. Write an interface that extends"
                + " EntityRepository, with an entity and the type of its key.";
    }

    static String noBase(String name) {
        return name
                + ": a repository extends EntityRepository, with an entity and the type of its key. Write \"interface "
                + name + " extends EntityRepository<User, Long>\" with your types.";
    }

    static String raw(String name) {
        return name + ": EntityRepository has no type arguments. Write the entity and the type of its key, for example"
                + " EntityRepository<User, Long>.";
    }

    static String generic(String name) {
        return name + ": a repository cannot have type parameters, since one class implements it. Remove"
                + " @KindredRepository here, and mark an interface that extends " + name + " with type arguments.";
    }

    static String isPrivate(String name) {
        return name + ": a repository and the classes around it cannot be private, since the generated class implements"
                + " it. Make it at least package-private.";
    }

    static String sealed(String name) {
        return name + ": a repository cannot be sealed, since the generated class implements it. Remove \"sealed\".";
    }

    static String notAnEntity(String name, TypeMirror type) {
        return name + ": " + JavaModel.written(type) + " is not an entity. Mark it @Table, or write an entity as the"
                + " first type argument of EntityRepository.";
    }

    static String noKey(String name, String entity) {
        return name + ": " + entity + " has no @Id, and a repository finds entities by their key. Mark the key of "
                + entity + ", or use mapper.from(" + entity + ".class) without a repository.";
    }

    static String keyType(String name, String entity, Member id, TypeMirror boxed, TypeMirror written) {
        return name + ": the key of " + entity + " is '" + id.name() + "' of type " + JavaModel.written(id.type())
                + ", but the repository has the key type " + JavaModel.written(written) + ". Write " + BASE + "<"
                + entity
                + ", " + JavaModel.written(boxed) + ">.";
    }

    static String compositeKey(String name, String entity, List<Member> ids, TypeMirror written) {
        String components = String.join(
                ", ",
                ids.stream()
                        .map(id -> JavaModel.written(id.type()) + " " + id.name())
                        .toList());
        return name + ": the key of " + entity + " has " + ids.size() + " parts, and the key type "
                + JavaModel.written(written) + " is not a record of these parts. Write a record, for example record "
                + entity + "Key(" + components + "), and " + BASE + "<" + entity + ", " + entity + "Key>.";
    }

    static String abstractMethod(String name, String owner, ExecutableElement method) {
        String inherited = owner.equals(name) ? "" : ", inherited from " + owner + ",";
        return name + "." + method.getSimpleName() + ": the method" + inherited + " has no body, and no query follows"
                + " from the name of a method. Write a default method over query() or mapper(), for example default "
                + JavaModel.written(method.getReturnType()) + " " + method.getSimpleName()
                + "(..) { return query().where(..)..; }.";
    }

    static String mapper(String name) {
        return name + ".mapper: the generated class implements mapper(), so a default method has no effect. Remove it,"
                + " or give it another name.";
    }

    static String unresolved(String name, String type) {
        return name + ": no class was generated for this repository, since it uses an unknown type: " + type
                + ". Check its name and its import, and that the processor that generates it runs.";
    }
}
