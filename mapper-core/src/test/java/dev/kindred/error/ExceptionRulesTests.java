package dev.kindred.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.support.MainClasses;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExceptionRulesTests {

    static List<Class<?>> exceptions() {
        return MainClasses.all().stream()
                .filter(Throwable.class::isAssignableFrom)
                .toList();
    }

    @Test
    void theRulesSeeTheExceptions() {
        assertThat(exceptions())
                .hasSizeGreaterThan(10)
                .contains(MapperException.class, StatementException.class, MappingException.class);
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void everyExceptionHasTheOneRootAndStandsInOnePackage(Class<?> exception) {
        assertThat(exception).isAssignableTo(MapperException.class);
        assertThat(exception.getPackage()).isEqualTo(MapperException.class.getPackage());
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void noExceptionCanBeChanged(Class<?> exception) {
        assertThat(exception.getDeclaredFields())
                .filteredOn(field -> !field.isSynthetic())
                .extracting(Field::getModifiers)
                .allMatch(Modifier::isFinal);
        assertThat(exception.getDeclaredMethods())
                .filteredOn(method -> !method.isSynthetic())
                .allSatisfy(method -> {
                    assertThat(method.getReturnType()).isNotEqualTo(void.class);
                    assertThat(method.getParameterCount()).isZero();
                    assertThat(method.getModifiers()).matches(Modifier::isFinal, "is final");
                });
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void anExceptionThatIsNotExtendedIsFinal(Class<?> exception) {
        boolean extended = exceptions().stream().anyMatch(other -> other.getSuperclass() == exception);

        assertThat(Modifier.isFinal(exception.getModifiers())).isEqualTo(!extended);
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void everyExceptionNeedsAMessage(Class<?> exception) {
        assertThat(exception.getConstructors())
                .isNotEmpty()
                .allSatisfy(constructor ->
                        assertThat(constructor.getParameterTypes()[0]).isEqualTo(String.class));
    }

    @Test
    void anExceptionIsWhatItsConstructorWasGiven() throws ReflectiveOperationException {
        Throwable cause = new IllegalStateException("cause");
        for (Class<?> exception : exceptions()) {
            for (Constructor<?> constructor : exception.getConstructors()) {
                Object[] arguments = Stream.of(constructor.getParameterTypes())
                        .map(type -> argument(type, cause))
                        .toArray();

                Throwable made = (Throwable) constructor.newInstance(arguments);

                assertThat(made).hasMessage("message");
                assertThat(made.getCause())
                        .as("the cause of %s", constructor)
                        .isEqualTo(Arrays.asList(arguments).contains(cause) ? cause : null);
            }
        }
    }

    private static Object argument(Class<?> type, Throwable cause) {
        if (type == String.class) {
            return "message";
        }
        if (type == ConnectionException.Effect.class) {
            return ConnectionException.Effect.NONE;
        }
        if (type == List.class || type == Class.class || type == Object.class) {
            return type == List.class ? List.of() : String.class;
        }
        return type == ServerError.class ? new ServerError("XX000", null, null, null, "SELECT") : cause;
    }

    @Test
    void whatTheServerSaidHasNoPlaceForAValueOfARow() {
        assertThat(ServerError.class.getRecordComponents())
                .extracting(component -> component.getName())
                .containsExactly("sqlState", "table", "column", "constraint", "columns", "members", "relation", "sql");
    }
}
