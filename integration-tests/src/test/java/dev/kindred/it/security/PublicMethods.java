package dev.kindred.it.security;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.kindred.model.EntityModel;
import dev.kindred.reactor.ReactiveMapper;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.net.URL;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The public methods that take a name or a value, as {@code Type.method}. */
final class PublicMethods {

    /** Those that get no hostile text, with the reason. */
    static final Map<String, String> EXEMPT = Map.ofEntries(
            entry("ServerError.concerning", "it keeps the name of an entity in an error, and nothing is sent"),
            entry("ServerError.of", "it keeps the names of an error, and nothing is sent"),
            entry("SchemaReport.of", "it keeps the differences of a schema, and nothing is sent"),
            entry("AssignableColumns.of", "it takes columns of the model"),
            entry("AggregateSteps.with", "it takes aggregates of columns of the model"),
            entry("BelongsToOneOfOperations.associate", "the key of the entity is bound as by BelongsToOperations"),
            entry("BelongsToOneOfRelation.is", "the key of the entity is bound as by Relation.is"),
            entry("BelongsToOneOfRelation.isNot", "the key of the entity is bound as by Relation.isNot"),
            entry("BelongsToOneOfRelation.relationTo", "it takes an entity for its type only"),
            entry("ConflictTarget.of", "it takes columns of the model"),
            entry("Draft.set", "it builds an entity in memory"),
            entry("EntityColumn.getOrNull", "it reads an entity in memory"),
            entry("EntitySelect.groupBy", "it takes columns of the model"),
            entry("EntitySelect.project", "it takes columns of the model"),
            entry("EntitySteps.select", "it takes columns of the model"),
            entry("RelatedRows.orderBy", "it takes columns of the model"),
            entry("RowSteps.orderBy", "it takes columns of the model"),
            entry("RelationDefinition.over", "generated code calls it; IdentifiersTests quotes hostile names"),
            entry("RelationDefinition.meta", "generated code calls it; IdentifiersTests quotes hostile names"),
            entry("Schema.of", "it takes models"),
            entry("Tenant.of", "TenantReadsIntegrationTests.withoutTenantNoStatementIsSent has a text as tenant"),
            entry("Codec.decode", "the user implements it"),
            entry("Codec.encode", "the user implements it"),
            entry("JsonFormat.read", "the user implements it"),
            entry("JsonFormat.write", "the user implements it"),
            entry("SqlType.toWire", "it converts a value in memory"),
            entry("SqlType.fromWire", "it converts a value in memory"),
            entry("WireContext.of", "it takes codecs"),
            entry("EntityRepository.find", "it calls ReactiveMapper.find"),
            entry("EntityRepository.get", "it calls ReactiveMapper.get"),
            entry("EntityRepository.insert", "it calls WriteOperations.insert"),
            entry("EntityRepository.update", "it calls WriteOperations.update"),
            entry("EntityRepository.save", "it calls WriteOperations.save"),
            entry("EntityRepository.delete", "it calls WriteOperations.delete"),
            entry("WriteOperations.restore", "it needs an entity with soft deletes; the key is bound as by delete"),
            entry("ReactiveMapper.sql", "its text is SQL by intent; RawSqlIntegrationTests refuses several statements"),
            entry("RawSql.unsafeSql", "its text is SQL by intent; RawSqlTests refuses what would end a condition"),
            entry("JacksonJsonFormat.read", "it converts a value in memory"),
            entry("JacksonJsonFormat.write", "it converts a value in memory"),
            entry("AmbientTransaction.attachment", "a framework implements it"),
            entry("EntityCallback.before", "the user implements it"),
            entry("EntityCallback.after", "the user implements it"),
            entry("OperationObserver.onStatement", "the user implements it"));

    private PublicMethods() {}

    /** Returns those of the API of the core and the mapper. */
    static Set<String> withNamesOrValues() {
        Set<String> found = new TreeSet<>();
        for (JavaClass imported :
                new ClassFileImporter().importUrls(List.of(origin(EntityModel.class), origin(ReactiveMapper.class)))) {
            if (isPublic(imported) && isApi(imported)) {
                Arrays.stream(imported.reflect().getDeclaredMethods())
                        .filter(PublicMethods::takesNameOrValue)
                        .forEach(method -> found.add(imported.getSimpleName() + "." + method.getName()));
            }
        }
        return found;
    }

    private static URL origin(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static boolean isApi(JavaClass type) {
        return !type.getPackageName().contains(".internal") && !type.isAnnotation();
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(PublicMethods::isPublic).orElse(true);
    }

    /** The value of an enum by its name is compared with the constants. */
    private static boolean takesNameOrValue(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !method.isSynthetic()
                && !method.getName().equals("equals")
                && !method.getName().equals("valueOf")
                && Arrays.stream(method.getGenericParameterTypes()).anyMatch(PublicMethods::isNameOrValue);
    }

    private static boolean isNameOrValue(Type type) {
        return type == String.class
                || type == Object.class
                || type instanceof TypeVariable
                || (type instanceof Class<?> array && array.isArray() && isNameOrValue(array.getComponentType()))
                || type.getTypeName().endsWith("JsonNode")
                || (type instanceof ParameterizedType generic
                        && generic.getRawType() instanceof Class<?> raw
                        && Collection.class.isAssignableFrom(raw));
    }
}
