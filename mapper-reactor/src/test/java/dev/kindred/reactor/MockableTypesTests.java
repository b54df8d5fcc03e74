package dev.kindred.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.query.PreloadQuery;
import dev.kindred.reactor.transaction.Transaction;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A unit test replaces what the methods of a mapper return, and what callbacks receive. */
class MockableTypesTests {

    private static final Set<String> PACKAGES = Set.of("dev.kindred.reactor", "dev.kindred.query");

    /** Returns the types with operations of a {@link ReactiveMapper} and of what its methods return. */
    private static Set<Class<?>> operations() {
        Set<Class<?>> found =
                new LinkedHashSet<>(List.of(ReactiveMapper.class, AggregatedSelect.class, Transaction.class));
        Deque<Class<?>> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            Arrays.stream(open.pop().getMethods())
                    .filter(method -> !Modifier.isStatic(method.getModifiers()))
                    .flatMap(method -> received(method).stream())
                    .filter(type -> PACKAGES.contains(type.getPackageName()) && !isValue(type))
                    .filter(found::add)
                    .forEach(open::add);
        }
        return found;
    }

    /** Returns the types that a caller of {@code method}, or a callback that it takes, receives. */
    private static Set<Class<?>> received(Method method) {
        Set<Class<?>> types = new LinkedHashSet<>();
        add(method.getGenericReturnType(), types);
        for (Type parameter : method.getGenericParameterTypes()) {
            if (parameter instanceof ParameterizedType callback
                    && callback.getRawType() instanceof Class<?> raw
                    && raw.getPackage().equals(Function.class.getPackage())) {
                add(callback, types);
            }
        }
        return types;
    }

    private static void add(Type type, Set<Class<?>> types) {
        if (type instanceof Class<?> simple) {
            types.add(simple);
        } else if (type instanceof ParameterizedType generic) {
            add(generic.getRawType(), types);
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> add(argument, types));
        } else if (type instanceof WildcardType wildcard) {
            Arrays.stream(wildcard.getUpperBounds()).forEach(bound -> add(bound, types));
            Arrays.stream(wildcard.getLowerBounds()).forEach(bound -> add(bound, types));
        }
    }

    private static boolean isValue(Class<?> type) {
        return type.isRecord() || type.isEnum();
    }

    @Test
    void allAreInterfaces() {
        assertThat(operations()).filteredOn(type -> !type.isInterface()).isEmpty();
    }

    @Test
    void theSearchFindsThem() {
        assertThat(operations())
                .contains(
                        EntitySelect.class,
                        GroupedSelect.class,
                        ProjectedSelect.class,
                        PreloadQuery.class,
                        Related.class,
                        HasOneOperations.class,
                        BelongsToOperations.class,
                        FindOrCreateSteps.class,
                        RowUpdate.class,
                        BulkUpdate.class,
                        BulkDelete.class,
                        SchemaOperations.class,
                        SqlStatement.class,
                        SqlRows.class,
                        SqlRow.class);
    }
}
