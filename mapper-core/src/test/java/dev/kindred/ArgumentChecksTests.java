package dev.kindred;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.annotation.OnDelete;
import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.ColumnName;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.model.Instantiator;
import dev.kindred.internal.model.StoredColumn;
import dev.kindred.internal.query.Filter;
import dev.kindred.internal.query.Restriction;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.schema.EntityTable;
import dev.kindred.internal.sql.Lock;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.sql.ddl.ColumnChange;
import dev.kindred.internal.sql.ddl.ColumnDefault;
import dev.kindred.internal.sql.ddl.Constraint;
import dev.kindred.internal.sql.ddl.DataType;
import dev.kindred.internal.sql.ddl.EnumType;
import dev.kindred.internal.sql.ddl.Index;
import dev.kindred.internal.sql.ddl.Table;
import dev.kindred.internal.sql.ddl.TableColumn;
import dev.kindred.model.Aggregate;
import dev.kindred.model.Condition;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Handmade;
import dev.kindred.model.RelatedRows;
import dev.kindred.model.Relation;
import dev.kindred.model.RelationDefinition;
import dev.kindred.model.SortOrder;
import dev.kindred.query.LoadMode;
import dev.kindred.schema.Schema;
import dev.kindred.schema.SchemaReport;
import dev.kindred.support.MainClasses;
import dev.kindred.support.Profile;
import dev.kindred.support.Profile_;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import dev.kindred.type.ComparisonOperator;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import dev.kindred.type.TypeName;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Passes null to every non-null argument of the API and of the methods that generated code calls, one at a time. The
 * public methods come from the compiled classes and the nullability from their annotations, so new methods are included
 * automatically.
 */
class ArgumentChecksTests {

    private static final Set<String> PACKAGES =
            Set.of("dev.kindred.model", "dev.kindred.query", "dev.kindred.schema", "dev.kindred.internal.sql.ddl");

    /** The mapper alone calls these for each row or value, with arguments that it has checked. */
    private static final Set<String> HOT = Set.of("get", "getOrNull", "handle", "instantiate");

    /** Arguments without a check. Remove an entry when its check is added; add none. */
    private static final Set<String> UNCHECKED = Set.of();

    private static final Schema SCHEMA = Schema.of(User.class);

    /** Valid arguments, and receivers, by type. */
    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            entry(Class.class, User.class),
            entry(String.class, "text"),
            entry(Object.class, "text"),
            entry(long.class, 1L),
            entry(List.class, List.of(User_.ID)),
            entry(Set.class, Set.of()),
            entry(Collection.class, List.of()),
            entry(Function.class, Function.identity()),
            entry(Supplier.class, (Supplier<List<Object>>) List::of),
            entry(UnaryOperator.class, UnaryOperator.identity()),
            entry(ColumnDefinition.class, Nodes.of(User_.EMAIL)),
            entry(ColumnName.class, Nodes.of(User_.EMAIL).name()),
            entry(ColumnTrait.class, ColumnTrait.ID),
            entry(Condition.class, User_.ID.eq(1L)),
            entry(EntityModel.class, User_.MODEL),
            entry(Draft.class, Handmade.copyOf(User_.MODEL, User.of(1L))),
            entry(Object[].class, new Object[] {1L}),
            entry(String[].class, new String[] {"text"}),
            entry(Instantiator.class, (Instantiator<User>) row -> User.of(1L)),
            entry(Relation.class, User_.PROFILE),
            entry(dev.kindred.model.HasOneRelation.class, User_.PROFILE),
            entry(
                    dev.kindred.model.HasManyRelation.class,
                    Handmade.hasMany(Handmade.relation(
                            "profiles",
                            () -> Profile_.MODEL,
                            List.of(User_.ID),
                            () -> List.of(Profile_.USER_ID),
                            User::profile))),
            entry(dev.kindred.model.BelongsToRelation.class, Profile_.USER),
            entry(Lock.class, new Lock(Lock.Strength.UPDATE, Lock.Wait.NO_WAIT)),
            entry(dev.kindred.internal.sql.DeletedRows.class, dev.kindred.internal.sql.DeletedRows.LEFT_OUT),
            entry(
                    RelationDefinition.class,
                    Handmade.<User, Profile>relation(
                            "profile",
                            () -> Profile_.MODEL,
                            List.of(User_.ID),
                            () -> List.of(Profile_.USER_ID),
                            user -> null)),
            entry(Map.class, Map.of()),
            entry(RelatedRows.class, relatedRows()),
            entry(dev.kindred.model.RowSteps.class, SelectQuery.of(User_.MODEL)),
            entry(dev.kindred.model.RelationSteps.class, SelectQuery.of(User_.MODEL)),
            entry(Aggregate.class, User_.PROFILE.count()),
            entry(dev.kindred.internal.query.Aggregates.class, dev.kindred.internal.query.Aggregates.of(List.of())),
            entry(
                    dev.kindred.query.Aggregated.class,
                    new dev.kindred.internal.query.DefaultAggregated<>("entity", List.of(), List.of())),
            entry(
                    dev.kindred.internal.query.Projection.class,
                    new dev.kindred.internal.query.Projection<>(SelectQuery.of(User_.MODEL), List.of(User_.EMAIL))),
            entry(dev.kindred.model.GroupValue.class, User_.MODEL.count()),
            entry(dev.kindred.model.GroupCondition.class, User_.MODEL.count().gt(1L)),
            entry(
                    dev.kindred.internal.query.Groups.class,
                    new dev.kindred.internal.query.Groups<>(
                            SelectQuery.of(User_.MODEL), List.of(User_.EMAIL), List.of(), null)),
            entry(
                    dev.kindred.query.GroupedRow.class,
                    new dev.kindred.internal.query.DefaultGroupedRow<>(
                            new dev.kindred.internal.query.Groups<>(
                                    SelectQuery.of(User_.MODEL), List.of(User_.EMAIL), List.of(), null),
                            List.of())),
            entry(dev.kindred.query.PageRequest.class, dev.kindred.query.PageRequest.first(1)),
            entry(
                    dev.kindred.query.Page.class,
                    new dev.kindred.query.Page<>(List.of("row"), dev.kindred.query.PageRequest.first(1), 1)),
            entry(
                    dev.kindred.query.Slice.class,
                    new dev.kindred.query.Slice<>(List.of("row"), dev.kindred.query.PageRequest.first(1), false)),
            entry(dev.kindred.query.Window.class, new dev.kindred.query.Window<>(List.of("row"), null, null)),
            entry(ComparisonOperator.class, ComparisonOperator.EQUAL),
            entry(EntityColumn.class, User_.EMAIL),
            entry(dev.kindred.model.ComparableColumn.class, User_.EMAIL),
            entry(dev.kindred.model.TextColumn.class, User_.EMAIL),
            entry(dev.kindred.model.NumberColumn.class, User_.ID),
            entry(SelectQuery.class, SelectQuery.of(User_.MODEL)),
            entry(dev.kindred.query.QuerySteps.class, SelectQuery.of(User_.MODEL)),
            entry(Filter.class, Filter.NONE),
            entry(LoadMode.class, LoadMode.BATCH),
            entry(Restriction.class, new Restriction(Nodes.of(User_.ID.eq(1L)), List.of(), null)),
            entry(Select.Page.class, Select.Page.ALL),
            entry(SortOrder.class, User_.ID.asc()),
            entry(Ordering.class, Nodes.of(User_.ID.asc())),
            entry(Predicate.class, Nodes.of(User_.ID.eq(1L))),
            entry(TableName.class, TableName.of("users")),
            entry(StoredColumn.class, StoredColumn.PLAIN),
            entry(int.class, 1),
            entry(boolean.class, true),
            entry(Class[].class, new Class<?>[] {User.class}),
            entry(Schema.class, SCHEMA),
            entry(EntityTable.class, Nodes.of(SCHEMA).entities().get(0)),
            entry(SchemaReport.class, SchemaReport.of(List.of())),
            entry(OnDelete.class, OnDelete.CASCADE),
            entry(TypeName.class, SqlTypes.STRING.name()),
            entry(DataType.class, new DataType(SqlTypes.STRING.name(), List.of())),
            entry(Table.class, Nodes.of(SCHEMA).tables().get(0)),
            entry(TableColumn.class, Nodes.of(SCHEMA).tables().get(0).columns().get(0)),
            entry(
                    Constraint.class,
                    Nodes.of(SCHEMA).tables().get(0).constraints().get(0)),
            entry(Index.class, new Index("i", List.of("id"), List.of())),
            entry(EnumType.class, new EnumType(SqlTypes.STRING.name(), List.of())),
            entry(ColumnDefault.class, new ColumnDefault.Identity()),
            entry(ColumnChange.class, new ColumnChange.SetNotNull(true)),
            entry(dev.kindred.internal.sql.RawText.class, dev.kindred.internal.sql.RawText.of("1 = :text")),
            entry(dev.kindred.model.RawSql.class, dev.kindred.model.RawSql.unsafeSql("1 = :text")),
            entry(
                    dev.kindred.model.ColumnValues.class,
                    SelectQuery.of(User_.MODEL).values(User_.EMAIL)),
            entry(Select.class, SelectQuery.of(User_.MODEL).select(User_.EMAIL).toSelect()),
            entry(SqlType.class, SqlTypes.STRING));

    private static RelatedRows<Profile> relatedRows() {
        AtomicReference<RelatedRows<Profile>> rows = new AtomicReference<>();
        User_.PROFILE.exists(given -> {
            rows.set(given);
            return given;
        });
        return rows.get();
    }

    @Test
    void nullIsRefusedByTheNameOfTheArgument() {
        Set<String> unchecked = new TreeSet<>();
        List<Executable> calls = MainClasses.all().stream()
                .filter(ArgumentChecksTests::isPublicApi)
                .flatMap(ArgumentChecksTests::callsOf)
                .toList();
        for (Executable call : calls) {
            for (int position : positionsWithoutNull(call)) {
                String problem = problemOfNull(call, position);
                if (problem != null) {
                    unchecked.add(problem);
                }
            }
        }

        assertThat(calls).hasSizeGreaterThan(60);
        assertThat(unchecked).containsExactlyInAnyOrderElementsOf(UNCHECKED);
    }

    private static boolean isPublicApi(Class<?> type) {
        return Modifier.isPublic(type.getModifiers()) && PACKAGES.contains(type.getPackageName()) && !type.isEnum();
    }

    private static Stream<Executable> callsOf(Class<?> type) {
        Stream<Method> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> Modifier.isStatic(method.getModifiers()) || SAMPLES.containsKey(type))
                .filter(method -> !method.getName().equals("equals") && !HOT.contains(method.getName()));
        return Stream.concat(Arrays.stream(type.getConstructors()), methods);
    }

    private static int[] positionsWithoutNull(Executable call) {
        return IntStream.range(0, call.getParameterCount())
                .filter(i -> !call.getParameterTypes()[i].isPrimitive())
                .filter(i -> !call.getAnnotatedParameterTypes()[i].isAnnotationPresent(Nullable.class))
                .toArray();
    }

    /** Returns the unchecked argument, or null if it is checked. */
    private static @Nullable String problemOfNull(Executable call, int position) {
        @Nullable Object[] arguments = new @Nullable Object[call.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = i == position ? null : SAMPLES.get(call.getParameterTypes()[i]);
            boolean optional = call.getAnnotatedParameterTypes()[i].isAnnotationPresent(Nullable.class);
            assertThat(i == position || optional || arguments[i] != null)
                    .as("SAMPLES has a value for each argument of %s", call)
                    .isTrue();
        }
        String name = call.getParameters()[position].getName();
        @Nullable Throwable refusal = refusalOf(call, arguments);
        boolean named =
                refusal instanceof NullPointerException && (name + " must not be null").equals(refusal.getMessage());
        String method = call instanceof Constructor ? "new" : call.getName();
        return named ? null : call.getDeclaringClass().getSimpleName() + "." + method + ": " + name;
    }

    private static @Nullable Throwable refusalOf(Executable call, @Nullable Object[] arguments) {
        try {
            if (call instanceof Constructor<?> constructor) {
                constructor.newInstance(arguments);
            } else if (call instanceof Method method) {
                method.invoke(SAMPLES.get(call.getDeclaringClass()), arguments);
            }
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
