package dev.kindred.processor;

import javax.lang.model.type.TypeMirror;

/** Messages about an entity and its annotations. */
final class EntityMessages {

    private static final String EXPECTED =
            " An entity is a record, or a class with one constructor whose parameters have the names of"
                    + " its fields or accessors.";

    private EntityMessages() {}

    static String notAClass(String entity) {
        return entity + ": @Table marks a type that the mapper cannot instantiate." + EXPECTED;
    }

    static String noColumn(String entity) {
        return entity + ": the entity has no column." + EXPECTED;
    }

    static String generic(String entity) {
        return entity + ": an entity cannot have type parameters, since a table has one set of column types."
                + " Remove them, or write one entity for each type.";
    }

    static String isPrivate(String entity) {
        return entity + ": an entity and the classes around it cannot be private, since the generated class uses it."
                + " Make it at least package-private.";
    }

    static String isAbstract(String entity) {
        return entity + ": an entity cannot be abstract, since the mapper instantiates it." + EXPECTED;
    }

    static String inner(String entity) {
        return entity + ": an entity cannot be an inner class, since it would need an instance of the outer class."
                + " Make it static, or a record.";
    }

    static String constructors(String entity, int count) {
        return entity + ": the class has "
                + (count == 0 ? "no non-private constructor" : count + " non-private constructors")
                + ". Exactly one constructor must be non-private, and it takes all members. Make the others"
                + " private, or write a record.";
    }

    static String constructorThrows(String entity) {
        return entity + ": the constructor of an entity cannot throw a checked exception. Throw an unchecked one.";
    }

    static String noAccessor(String entity, String parameter, TypeMirror type) {
        String name = Naming.capitalized(parameter);
        String written = JavaModel.written(type);
        return entity + ": the constructor takes '" + parameter
                + "', but the class has no accessor for it. Add a method " + written
                + " " + parameter
                + "() or get" + name + "(), non-private and without checked exceptions, or a non-private field "
                + parameter
                + " of type " + written + ".";
    }

    static String lombok(String entity, String annotation) {
        return entity + ": the class is marked " + annotation
                + " of Lombok, but Lombok has not run yet, so its constructor and accessors are missing. Put"
                + " lombok before kindred-processor on the annotation processor path.";
    }

    static String parameterNames(String entity) {
        return entity + ": the class file of " + entity
                + " has no names of constructor parameters. Compile it again together with " + entity
                + "_, or with the compiler option -parameters.";
    }

    static String noMember(String entity, String annotation, String owner, String name) {
        return entity + ": '" + name + "' of " + owner + " is marked " + annotation + ", but the constructor of "
                + entity
                + " has no parameter named '" + name
                + "'. Give a parameter that name, or move the annotation to the right parameter.";
    }

    static String namelessParameter(String entity, String annotation, String owner) {
        return entity + ": " + annotation + " marks a constructor parameter of " + owner
                + ", whose class file has no parameter names. Write the annotation on the field in " + owner
                + " or on the constructor parameter of " + entity + ", or compile " + owner
                + " with the compiler option -parameters.";
    }

    static String inheritedNullness(String entity, String member) {
        return entity + "." + member
                + ": a field or method of a superclass is nullable, but the constructor parameter is not."
                + " Mark the parameter @Nullable.";
    }

    static String canonical(String entity, String annotation, String member) {
        return entity + "." + member + ": " + annotation
                + " marks a constructor parameter, where it has no effect. Write it on the record component.";
    }

    static String name(String where, String kind, String name) {
        if (name.isBlank() || name.indexOf('\0') >= 0) {
            return where + ": the name of the " + kind + " is blank or contains a NUL character. Write another name.";
        }
        return where + ": the name of the " + kind + " is longer than 63 bytes, and PostgreSQL would truncate it: "
                + name + ". Write a shorter name.";
    }

    static String sameColumn(String where, String column, String other) {
        return where + ": the column \"" + column + "\" is already mapped by the member '" + other
                + "'. Give one member another column with @Column(\"..\"), or remove one member.";
    }

    static String twice(String where, String annotation, String other) {
        return where + ": an entity has at most one " + annotation + ", and '" + other
                + "' is already marked. Remove one annotation.";
    }

    static String versionType(String where, TypeMirror type) {
        return where + ": @Version requires a member of type long, int or short, primitive or boxed, but the type is "
                + JavaModel.written(type) + ". Change the type, or remove @Version.";
    }

    static String tenantType(String where, TypeMirror type) {
        return where + ": @TenantId requires a member of type Long, Integer, String or UUID without a codec, but the"
                + " type is " + JavaModel.written(type) + ". Change the type, or remove @TenantId.";
    }

    static String versionCodec(String where) {
        return where + ": @Version and a codec cannot be combined, since the server counts versions. Remove the codec.";
    }

    static String timeType(String where, String annotation, TypeMirror type) {
        return where + ": " + annotation
                + " requires a member of type Instant, OffsetDateTime, ZonedDateTime or LocalDateTime, but the type is "
                + JavaModel.written(type) + ". Change the type, or remove " + annotation + ".";
    }

    static String deletedNeverNull(String where) {
        return where
                + ": @SoftDelete requires a nullable member, since it is null until the row is deleted."
                + " Mark it @Nullable.";
    }

    static String conflict(String where, String one, String other) {
        return where + ": " + one + " and " + other + " cannot be combined. Remove one of them.";
    }

    static String exists(String entity, String generated) {
        return entity + ": the class " + generated
                + " already exists, or another entity or repository needs the same name. Rename one class.";
    }

    static String notWritten(String entity, String generated, String reason) {
        return entity + ": " + generated + " could not be written: " + reason;
    }

    static String unresolved(String entity, String type) {
        return entity + ": no class was generated for this entity, since it uses an unknown type: " + type
                + ". Check its name and its import, and that the processor that generates it runs.";
    }
}
