package dev.kindred.it.error;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.annotation.KindredRepository;
import dev.kindred.error.MappingException;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.many.Client;
import dev.kindred.it.many.Client_;
import dev.kindred.it.many.Order_;
import dev.kindred.it.oneof.Comment_;
import dev.kindred.it.path.Person_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.it.type.Money;
import dev.kindred.model.Aggregate;
import dev.kindred.model.AssignableColumns;
import dev.kindred.model.Assignment;
import dev.kindred.model.BelongsToOneOfRelation;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.Condition;
import dev.kindred.model.ConflictTarget;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.GroupCondition;
import dev.kindred.model.GroupValue;
import dev.kindred.model.HasManyRelation;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.ManyToManyRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.PivotRelation;
import dev.kindred.model.RawSql;
import dev.kindred.model.RelatedEntities;
import dev.kindred.model.RelatedEntity;
import dev.kindred.model.Relation;
import dev.kindred.model.SortOrder;
import dev.kindred.model.ToManyRelation;
import dev.kindred.model.ToOneRelation;
import dev.kindred.query.LoadMode;
import dev.kindred.query.PageRequest;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.ConnectionPoolBuilder;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.EntityRepository;
import dev.kindred.reactor.OrphanPolicy;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.jackson.JacksonJsonFormat;
import dev.kindred.reactor.jackson.JsonAssignments;
import dev.kindred.reactor.spi.StatementListener;
import dev.kindred.reactor.spi.TransactionBridge;
import dev.kindred.reactor.transaction.Isolation;
import dev.kindred.reactor.transaction.TransactionOptions;
import dev.kindred.type.Codec;
import dev.kindred.type.ComparisonOperator;
import dev.kindred.type.JsonFormat;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import io.r2dbc.spi.ConnectionFactory;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passes null to each argument of the public methods. The error names the argument and is thrown before the
 * subscription.
 */
class ArgumentsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Schema.TABLES);

    /** Valid arguments, by type. */
    private static final Map<Class<?>, Object> SAMPLES = new HashMap<>(Map.ofEntries(
            entry(String.class, "text"),
            entry(Object.class, User.of("a")),
            entry(int.class, 1),
            entry(long.class, 1L),
            entry(boolean.class, true),
            entry(byte[].class, new byte[32]),
            entry(Class.class, User.class),
            entry(Class[].class, new Class<?>[] {User.class}),
            entry(Object[].class, new Object[0]),
            entry(Collection.class, List.of()),
            entry(Map.class, Map.of()),
            entry(Mono.class, Mono.empty()),
            entry(Flux.class, Flux.empty()),
            entry(Publisher.class, Flux.empty()),
            entry(Clock.class, Clock.systemUTC()),
            entry(Duration.class, Duration.ofSeconds(1)),
            entry(Consumer.class, (Consumer<Object>) each -> {}),
            entry(Function.class, Function.identity()),
            entry(UnaryOperator.class, UnaryOperator.identity()),
            entry(BiFunction.class, (BiFunction<Object, Object, Object>) List::of),
            entry(Supplier.class, (Supplier<Object>) List::of),
            entry(EntityColumn.class, User_.EMAIL),
            entry(ComparableColumn.class, Profile_.ID),
            entry(NumberColumn.class, Profile_.ID),
            entry(Relation.class, User_.PROFILE),
            entry(ToOneRelation.class, User_.PROFILE),
            entry(ToManyRelation.class, Client_.ORDERS),
            entry(HasManyRelation.class, Client_.ORDERS),
            entry(ManyToManyRelation.class, Person_.TAGS),
            entry(PivotRelation.class, Person_.TEAMS),
            entry(RelatedEntities.class, Client_.ORDERS.children(List.of())),
            entry(HasOneRelation.class, User_.PROFILE),
            entry(BelongsToRelation.class, Profile_.USER),
            entry(BelongsToOneOfRelation.class, Comment_.SUBJECT),
            entry(Aggregate.class, User_.PROFILE.count()),
            entry(GroupValue.class, User_.MODEL.count()),
            entry(GroupCondition.class, User_.MODEL.count().gt(1L)),
            entry(ConflictTarget.class, ConflictTarget.of(User_.EMAIL)),
            entry(RelatedEntity.class, User_.PROFILE.child(Profile.of(null, "a"))),
            entry(Condition.class, User_.ID.eq(1L)),
            entry(SortOrder.class, User_.ID.asc()),
            entry(Assignment.class, User_.EMAIL.set("a")),
            entry(AssignableColumns.class, AssignableColumns.of(User_.EMAIL)),
            entry(ComparisonOperator.class, ComparisonOperator.EQUAL),
            entry(LoadMode.class, LoadMode.BATCH),
            entry(OrphanPolicy.class, OrphanPolicy.DELETE),
            entry(PageRequest.class, PageRequest.first(1)),
            entry(ChunkOptions.class, ChunkOptions.defaults()),
            entry(TransactionOptions.class, TransactionOptions.defaults()),
            entry(Isolation.class, Isolation.SERIALIZABLE),
            entry(RawSql.class, RawSql.unsafeSql("select 1")),
            entry(SelectQuery.class, SelectQuery.of(User_.MODEL)),
            entry(SqlType.class, SqlTypes.STRING),
            entry(dev.kindred.schema.Schema.class, dev.kindred.schema.Schema.of(User.class)),
            entry(StatementListener.class, new StatementRecorder()),
            entry(TransactionBridge.class, new TransactionBridge() {}),
            entry(JsonFormat.class, JacksonJsonFormat.create()),
            entry(Codec.class, new Money.AsText()),
            entry(JsonMapper.class, new JsonMapper()),
            entry(JsonNode.class, new JsonMapper().createObjectNode())));

    /** A repository without methods of its own. */
    @KindredRepository
    interface Plain extends EntityRepository<User, Long> {}

    private final StatementRecorder recorder = new StatementRecorder();

    /** Returns the tested types and their receivers; the receiver is null for static methods. */
    private Map<Class<?>, @Nullable Object> receivers() {
        ReactiveMapper mapper =
                ReactiveMapper.builder(database.pool()).listener(recorder).build();
        ConnectionPoolBuilder pool =
                Connections.builder(database.postgres().r2dbcUrl()).driver(driver -> {});
        SAMPLES.put(ConnectionFactory.class, database.pool());
        Map<Class<?>, @Nullable Object> receivers = new LinkedHashMap<>();
        for (Object receiver : List.of(
                mapper,
                mapper.from(User.class),
                mapper.from(User.class).with(User_.PROFILE.count()),
                mapper.from(User.class).groupBy(User_.EMAIL),
                mapper.from(User.class).project(User_.EMAIL),
                mapper.related(new User(1L, "a", null), User_.PROFILE),
                mapper.related(new User(1L, "a", null), User_.PROFILE).matching(Profile_.NAME.set("a")),
                mapper.related(Profile.of(1L, "a"), Profile_.USER),
                mapper.related(Client.of("a"), Client_.ORDERS),
                mapper.related(Client.of("a"), Client_.ORDERS).matching(Order_.NUMBER.set("a")),
                mapper.update(User.class),
                mapper.delete(User.class),
                mapper.repository(Plain.class),
                mapper.sql("select :text"),
                mapper.schema(User.class),
                ReactiveMapper.builder(database.pool()),
                pool,
                ChunkOptions.defaults(),
                TransactionOptions.defaults())) {
            receivers.put(receiver.getClass(), receiver);
        }
        for (Class<?> type : List.of(
                ReactiveMapper.class,
                Connections.class,
                JacksonJsonFormat.class,
                JsonAssignments.class,
                AssignableColumns.class)) {
            receivers.put(type, null);
        }
        return receivers;
    }

    @Test
    void nullIsRefusedByTheNameOfTheArgumentBeforeASubscription() {
        Set<String> unchecked = new TreeSet<>();
        int calls = 0;
        for (Map.Entry<Class<?>, @Nullable Object> receiver : receivers().entrySet()) {
            for (Method method : publicMethods(receiver.getKey(), receiver.getValue() == null)) {
                for (int position : positionsWithoutNull(method)) {
                    calls++;
                    refusal(receiver.getValue(), method, position).ifPresent(unchecked::add);
                }
            }
        }

        assertThat(unchecked).isEmpty();
        assertThat(calls).isGreaterThan(300);
        assertThat(recorder.count()).isZero();
    }

    /** Returns the methods as declared by the public types, which carry the annotations and parameter names. */
    private static List<Method> publicMethods(Class<?> type, boolean isStatic) {
        return typesOf(type).stream()
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> Modifier.isStatic(method.getModifiers()) == isStatic)
                .filter(method -> !method.getName().equals("equals"))
                .toList();
    }

    private static Set<Class<?>> typesOf(Class<?> type) {
        Set<Class<?>> types = new LinkedHashSet<>();
        for (Class<?> each = type; each != Object.class && each != null; each = each.getSuperclass()) {
            if (Modifier.isPublic(each.getModifiers())) {
                types.add(each);
            }
            for (Class<?> parent : each.getInterfaces()) {
                types.addAll(typesOf(parent));
            }
        }
        return types;
    }

    private static int[] positionsWithoutNull(Method method) {
        return IntStream.range(0, method.getParameterCount())
                .filter(i -> !method.getParameterTypes()[i].isPrimitive())
                .filter(i -> !method.getAnnotatedParameterTypes()[i].isAnnotationPresent(Nullable.class))
                .toArray();
    }

    private static Optional<String> refusal(@Nullable Object receiver, Method method, int position) {
        @Nullable Object[] arguments = new @Nullable Object[method.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            Class<?> type = method.getParameterTypes()[i];
            arguments[i] = i == position ? null : sample(type);
        }
        String name = method.getParameters()[position].getName();
        try {
            Object result = method.invoke(receiver, arguments);
            boolean isKey = method.getName().matches("find|get") && (position > 0 || arguments.length == 1);
            return isKey && refusesNullKey(result) ? Optional.empty() : Optional.of(method + ": " + name + " is taken");
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            boolean named =
                    cause instanceof NullPointerException && (name + " must not be null").equals(cause.getMessage());
            return named ? Optional.empty() : Optional.of(method + ": " + name + ": " + cause);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key often comes from a request, so a null in it is an error signal. */
    private static boolean refusesNullKey(@Nullable Object result) {
        return result instanceof Mono<?> mono
                && mono.materialize().block().getThrowable() instanceof MappingException refused
                && refused.getMessage().startsWith("The key of User to find a row by is null");
    }

    private static Object sample(Class<?> type) {
        Object sample = type.isArray() && !SAMPLES.containsKey(type)
                ? Array.newInstance(type.getComponentType(), 0)
                : SAMPLES.get(type);
        assertThat(sample).as("SAMPLES has a value for %s", type).isNotNull();
        return sample;
    }
}
