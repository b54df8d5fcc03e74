package dev.kindred.processor;

import javax.lang.model.type.TypeMirror;

/** What is said about an entity as a whole and about its annotations. */
final class EntityMessages {

    private static final String EXPECTED =
            " An entity is a record, or a class with one constructor whose parameters are named like its fields or accessors.";

    private EntityMessages() {}

    static String notAClass(String entity) {
        return entity + ": @Table stands on something that cannot be built." + EXPECTED;
    }

    static String noColumn(String entity) {
        return entity + ": the entity has no column." + EXPECTED;
    }

    static String generic(String entity) {
        return entity + ": an entity cannot have type parameters, since a table has one set of column types."
                + " Remove them, or write one entity for each type.";
    }

    static String isPrivate(String entity) {
        return entity + ": an entity cannot be private or stand in a private class, since the class " + entity
                + "_ beside it must see it. Make it at least package-private.";
    }

    static String isAbstract(String entity) {
        return entity + ": an entity cannot be abstract, since the mapper builds it." + EXPECTED;
    }

    static String inner(String entity) {
        return entity + ": an entity cannot be an inner class, since it would need an instance of the class around it."
                + " Make it static, or a record.";
    }

    static String constructors(String entity, int count) {
        return entity + ": the class has "
                + (count == 0 ? "no constructor that is not private" : count + " constructors that are not private")
                + ", where exactly one was expected, which takes all members. Make the others private, or write a record.";
    }

    static String constructorThrows(String entity) {
        return entity + ": the constructor of an entity cannot throw a checked exception. Throw an unchecked one.";
    }

    static String noAccessor(String entity, String parameter, TypeMirror type) {
        String name = Naming.capitalized(parameter);
        String written = JavaModel.written(type);
        return entity + ": the constructor takes '" + parameter + "' but nothing reads it. Add a method " + written
                + " " + parameter
                + "() or get" + name + "() that is not private and throws no checked exception, or a field " + parameter
                + " of type " + written + " that is not private.";
    }

    static String lombok(String entity, String annotation) {
        return entity + ": the class is marked " + annotation
                + " of Lombok, but Lombok has not run yet, so its constructor and accessors are missing. Put lombok before"
                + " kindred-processor on the annotation processor path.";
    }

    static String parameterNames(String entity) {
        return entity + ": the class file of " + entity
                + " lacks the names of its constructor parameters. Compile it again together with " + entity
                + "_, or with the compiler option -parameters.";
    }

    static String noMember(String entity, String annotation, String owner, String name) {
        return entity + ": '" + name + "' of " + owner + " is marked " + annotation + ", but the constructor of "
                + entity
                + " has no parameter named '" + name
                + "'. Name a parameter so, or write the annotation on the parameter that belongs to it.";
    }

    static String namelessParameter(String entity, String annotation, String owner) {
        return entity + ": " + annotation + " stands on a constructor parameter of " + owner
                + ", whose class file lacks the names of parameters. Write the annotation on the field in " + owner
                + " or on the constructor parameter of " + entity + ", or compile " + owner
                + " with the compiler option -parameters.";
    }

    static String inheritedNullness(String entity, String member) {
        return entity + "." + member
                + ": a field or method of a superclass says that the member may be null, but the constructor parameter does not."
                + " Mark the parameter @Nullable.";
    }

    static String canonical(String entity, String annotation, String member) {
        return entity + "." + member + ": " + annotation
                + " stands on a parameter of the constructor, where it is not read. Write it on the component of the record.";
    }

    static String name(String where, String kind, String name) {
        if (name.isBlank() || name.indexOf('\0') >= 0) {
            return where + ": the name of the " + kind + " is blank or has a NUL character in it. Write another one.";
        }
        return where + ": the name of the " + kind + " is longer than 63 bytes, and PostgreSQL would cut it off: "
                + name + ". Write a shorter one.";
    }

    static String sameColumn(String where, String column, String other) {
        return where + ": the column \"" + column + "\" is already that of the member '" + other
                + "'. Give one of them another column with @Column(\"..\"), or remove it.";
    }

    static String twice(String where, String annotation, String other) {
        return where + ": an entity has one " + annotation + " at most, and '" + other
                + "' is marked already. Remove one of them.";
    }

    static String versionType(String where, TypeMirror type) {
        return where + ": @Version counts updates and stands on a long, int or short (or their boxes), but this is "
                + JavaModel.written(type) + ". Change the type, or remove @Version.";
    }

    static String timeType(String where, String annotation, TypeMirror type) {
        return where + ": " + annotation
                + " stands on an Instant, OffsetDateTime, ZonedDateTime or LocalDateTime, but this is "
                + JavaModel.written(type) + ". Change the type, or remove " + annotation + ".";
    }

    static String deletedNeverNull(String where) {
        return where
                + ": @SoftDelete stands on a member that is null until the row is deleted, but this one takes no null."
                + " Mark it @Nullable.";
    }

    static String conflict(String where, String one, String other) {
        return where + ": " + one + " and " + other + " exclude each other. Remove one of them.";
    }

    static String exists(String entity, String generated) {
        return entity + ": the class " + generated
                + " exists already, or another entity needs the same name. Rename one of them.";
    }

    static String notWritten(String entity, String generated, String reason) {
        return entity + ": " + generated + " could not be written: " + reason;
    }

    static String unresolved(String entity, String type) {
        return entity + ": no class was written for this entity, since a type it needs does not exist: " + type
                + ". Check its name and imports, and whether the processor that generates it runs.";
    }
}
