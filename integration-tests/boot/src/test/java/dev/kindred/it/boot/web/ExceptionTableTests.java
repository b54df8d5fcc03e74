package dev.kindred.it.boot.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.error.AfterCommitException;
import dev.kindred.error.CheckViolationException;
import dev.kindred.error.ConnectionException;
import dev.kindred.error.DataException;
import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.ForeignKeyViolationException;
import dev.kindred.error.InputException;
import dev.kindred.error.InvalidCursorException;
import dev.kindred.error.LockNotAvailableException;
import dev.kindred.error.MapperException;
import dev.kindred.error.MappingException;
import dev.kindred.error.NonUniqueResultException;
import dev.kindred.error.NotNullViolationException;
import dev.kindred.error.OrphanedRowsException;
import dev.kindred.error.PoolTimeoutException;
import dev.kindred.error.PreloadLimitException;
import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.error.RelationNotLoadedException;
import dev.kindred.error.SchemaMismatchException;
import dev.kindred.error.ServerError;
import dev.kindred.error.SessionStateException;
import dev.kindred.error.StaleStatementException;
import dev.kindred.error.StaleVersionException;
import dev.kindred.error.StatementException;
import dev.kindred.error.StatementTimeoutException;
import dev.kindred.error.TenantException;
import dev.kindred.error.TransactionException;
import dev.kindred.error.TransactionOutcomeUnknownException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.error.UnknownTypeException;
import dev.kindred.spring.error.KindredExceptionTranslator;
import dev.kindred.spring.error.KindredProblemHandler;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.dao.TypeMismatchDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;

class ExceptionTableTests {

    private static final String MESSAGE = "Failed (table hidden). Statement: select secret from hidden";

    private static final Map<String, Row> TABLE = Stream.of(
                    row(AfterCommitException.class, UncategorizedDataAccessException.class, 500),
                    row(CheckViolationException.class, DataIntegrityViolationException.class, 400),
                    row(ConnectionException.class, DataAccessResourceFailureException.class, 503),
                    row(DataException.class, DataIntegrityViolationException.class, 400),
                    row(EntityNotFoundException.class, EmptyResultDataAccessException.class, 404),
                    row(ForeignKeyViolationException.class, DataIntegrityViolationException.class, 409),
                    row(InputException.class, InvalidDataAccessApiUsageException.class, 400),
                    row(InvalidCursorException.class, InvalidDataAccessApiUsageException.class, 400),
                    row(LockNotAvailableException.class, CannotAcquireLockException.class, 503),
                    row(MapperException.class, UncategorizedDataAccessException.class, 500),
                    row(MappingException.class, InvalidDataAccessApiUsageException.class, 500),
                    row(NonUniqueResultException.class, IncorrectResultSizeDataAccessException.class, 500),
                    row(NotNullViolationException.class, DataIntegrityViolationException.class, 400),
                    row(OrphanedRowsException.class, DataIntegrityViolationException.class, 409),
                    row(PoolTimeoutException.class, TransientDataAccessResourceException.class, 503),
                    row(PreloadLimitException.class, InvalidDataAccessApiUsageException.class, 500),
                    row(RelationKeyMissingException.class, InvalidDataAccessApiUsageException.class, 500),
                    row(RelationNotLoadedException.class, InvalidDataAccessApiUsageException.class, 500),
                    row(SchemaMismatchException.class, InvalidDataAccessResourceUsageException.class, 500),
                    row(SessionStateException.class, InvalidDataAccessApiUsageException.class, 500),
                    row(StaleStatementException.class, TransientDataAccessResourceException.class, 503),
                    row(StaleVersionException.class, OptimisticLockingFailureException.class, 409),
                    row(StatementException.class, InvalidDataAccessResourceUsageException.class, 500),
                    row(StatementTimeoutException.class, QueryTimeoutException.class, 503),
                    row(TenantException.class, InvalidDataAccessApiUsageException.class, 500),
                    row(TransactionException.class, RecoverableDataAccessException.class, 500),
                    row(TransactionOutcomeUnknownException.class, DataAccessResourceFailureException.class, 500),
                    row(UniqueViolationException.class, DuplicateKeyException.class, 409),
                    row(UnknownTypeException.class, TypeMismatchDataAccessException.class, 500))
            .collect(Collectors.toMap(row -> row.type.getName(), row -> row));

    static Stream<Row> rows() {
        return TABLE.values().stream();
    }

    @Test
    void theTableHasAllExceptionsOfTheLibrary() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(MapperException.class));

        assertThat(scanner.findCandidateComponents("dev.kindred").stream()
                        .map(BeanDefinition::getBeanClassName)
                        .filter(name -> !String.valueOf(name).startsWith("dev.kindred.spring.boot.")))
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(TABLE.keySet()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachExceptionHasAStandardClassOfSpring(Row row) {
        MapperException error = row.create();

        Throwable translated = KindredExceptionTranslator.translate(error);

        assertThat(translated).isInstanceOf(row.translation).hasCause(error).hasMessage(error.getMessage());
        assertThat(KindredExceptionTranslator.translate(translated)).isSameAs(translated);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachExceptionHasAStatusWithoutSqlInTheBody(Row row) {
        MapperException error = row.create();
        for (Throwable thrown : List.of(error, KindredExceptionTranslator.translate(error))) {
            MockServerHttpResponse response = handled(thrown);

            assertThat(response.getStatusCode()).isNotNull();
            assertThat(response.getStatusCode().value()).isEqualTo(row.status);
            assertThat(response.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
            assertThat(response.getBodyAsString().block()).doesNotContain("select", "hidden", "secret");
            assertThat(response.getHeaders().containsHeader("Retry-After")).isEqualTo(row.status == 503);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "40001, CannotAcquireLockException, 503",
        "40P01, PessimisticLockingFailureException, 503",
        "42501, PermissionDeniedDataAccessException, 500",
        "42601, InvalidDataAccessResourceUsageException, 500",
        "23P01, DataIntegrityViolationException, 409",
        "53100, DataAccessResourceFailureException, 503",
        "P0001, OtherDataAccessException, 500"
    })
    void otherRefusalsOfTheServerDependOnTheirState(String sqlState, String translation, int status) {
        MapperException error = new StatementException(MESSAGE, server(sqlState), null);

        Throwable translated = KindredExceptionTranslator.translate(error);

        assertThat(translated.getClass().getSimpleName()).isEqualTo(translation);
        assertThat(handled(translated).getStatusCode())
                .hasToString(handled(error).getStatusCode() + "");
        assertThat(String.valueOf(handled(error).getStatusCode())).startsWith(String.valueOf(status));
    }

    @Test
    void aTransactionThatFailedByConcurrencyCanBeRepeated() {
        MapperException error =
                new TransactionException("rolled back", new StatementException(MESSAGE, server("40001"), null));

        assertThat(KindredExceptionTranslator.translate(error)).isInstanceOf(CannotAcquireLockException.class);
        assertThat(handled(error).getHeaders().containsHeader("Retry-After")).isTrue();
    }

    @Test
    void otherExceptionsAreNotTranslated() {
        IllegalStateException error = new IllegalStateException("x");

        assertThat(KindredExceptionTranslator.translate(error)).isSameAs(error);
    }

    private static MockServerHttpResponse handled(Throwable error) {
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
        KindredProblemHandler.of(ServerCodecConfigurer.create())
                .handle(exchange, error)
                .block();
        return exchange.getResponse();
    }

    private static ServerError server(String sqlState) {
        return new ServerError(sqlState, "hidden", "secret", "hidden_secret", "select secret from hidden");
    }

    private static Row row(Class<? extends MapperException> type, Class<? extends DataAccessException> to, int status) {
        return new Row(type, to, status);
    }

    /**
     * One exception.
     *
     * @param type its class
     * @param translation the class of Spring
     * @param status the status of the response
     */
    record Row(Class<? extends MapperException> type, Class<? extends DataAccessException> translation, int status) {

        MapperException create() {
            Constructor<?> constructor = Arrays.stream(type.getConstructors())
                    .min(Comparator.comparing(Constructor::getParameterCount))
                    .orElseThrow();
            Object[] arguments = Arrays.stream(constructor.getParameterTypes())
                    .map(this::value)
                    .toArray();
            try {
                return (MapperException) constructor.newInstance(arguments);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        }

        private @Nullable Object value(Class<?> parameter) {
            if (parameter == String.class) {
                return MESSAGE;
            }
            if (parameter == ServerError.class) {
                return server(type == DataException.class ? "22001" : "42P01");
            }
            return parameter == List.class ? List.of() : null;
        }
    }
}
