package dev.kindred.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatementExceptionTests {

    @FunctionalInterface
    interface Factory {
        StatementException create(String message, ServerError error, @Nullable Throwable cause);
    }

    static Stream<Factory> factories() {
        return Stream.of(
                StatementException::new,
                UniqueViolationException::new,
                ForeignKeyViolationException::new,
                NotNullViolationException::new,
                CheckViolationException::new,
                DataException::new,
                LockNotAvailableException::new);
    }

    @ParameterizedTest
    @MethodSource("factories")
    void aRefusalTellsWhatTheServerNamed(Factory factory) {
        Throwable cause = new IllegalStateException("driver");
        StatementException exception = factory.create(
                "refused", new ServerError("23505", "users", "email", "users_email_key", "INSERT …"), cause);

        assertThat(exception)
                .isInstanceOf(MapperException.class)
                .hasMessage("refused")
                .hasCause(cause);
        assertThat(exception.sqlState()).isEqualTo("23505");
        assertThat(exception.table()).isEqualTo("users");
        assertThat(exception.column()).isEqualTo("email");
        assertThat(exception.constraint()).isEqualTo("users_email_key");
        assertThat(exception.sql()).isEqualTo("INSERT …");
    }

    @ParameterizedTest
    @MethodSource("factories")
    void aSummaryHasNoStatement(Factory factory) {
        StatementException exception = factory.create(
                "A row with this key exists. Statement: INSERT INTO users",
                new ServerError("23505", "users", null, null, "INSERT INTO users").of(List.of("email")),
                null);

        assertThat(exception.summary()).isEqualTo("A row with this key exists.");
        assertThat(exception.members()).containsExactly("email");
    }

    @ParameterizedTest
    @MethodSource("factories")
    void whatTheServerDidNotNameIsNull(Factory factory) {
        StatementException exception =
                factory.create("refused", new ServerError("42601", null, null, null, "SELECT"), null);

        assertThat(exception.table()).isNull();
        assertThat(exception.column()).isNull();
        assertThat(exception.constraint()).isNull();
        assertThat(exception).hasNoCause();
    }

    @ParameterizedTest
    @MethodSource("factories")
    void aRefusalKeepsWhatTheServerNamedWhenItIsSerialized(Factory factory) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(factory.create("refused", new ServerError("23505", "users", null, null, "INSERT"), null));
        }

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            StatementException read = (StatementException) in.readObject();
            assertThat(read.sqlState()).isEqualTo("23505");
            assertThat(read.table()).isEqualTo("users");
        }
    }
}
