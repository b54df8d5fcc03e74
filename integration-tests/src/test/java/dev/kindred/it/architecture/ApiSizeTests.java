package dev.kindred.it.architecture;

import static dev.kindred.it.architecture.Imported.LIBRARY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.error.InputViolation;
import dev.kindred.error.ServerError;
import dev.kindred.it.entity.User;
import dev.kindred.model.Assignment;
import dev.kindred.model.RelatedEntities;
import dev.kindred.model.RelatedEntity;
import dev.kindred.model.RelationState;
import dev.kindred.query.Linked;
import dev.kindred.query.Page;
import dev.kindred.query.PageRequest;
import dev.kindred.query.PreloadManyQuery;
import dev.kindred.query.PreloadQuery;
import dev.kindred.query.Slice;
import dev.kindred.query.Window;
import dev.kindred.reactor.LinkChanges;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.ReplacedRows;
import dev.kindred.reactor.Tracked;
import dev.kindred.spring.error.ParameterViolation;
import dev.kindred.type.TypeName;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A new public type, record or method is a decision: it changes a number here. */
class ApiSizeTests {
    /** Simple names that the files of a service or an entity often import from other libraries. */
    private static final Set<String> OFTEN_IMPORTED = Set.of(
            // jakarta.persistence and jakarta.validation
            "Column",
            "Entity",
            "GeneratedValue",
            "Id",
            "Table",
            "Transient",
            "Version",
            "OneToOne",
            "ManyToOne",
            "Valid",
            "NotNull",
            "Size",
            "Pattern",
            "Constraint",
            // Spring Data, Spring and Reactor
            "Page",
            "Pageable",
            "PageRequest",
            "Slice",
            "Sort",
            "Window",
            "Query",
            "Repository",
            "Service",
            "Transactional",
            "Isolation",
            "DatabaseClient",
            "ReadOnlyProperty",
            "Mono",
            "Flux",
            "Publisher",
            // java.util, java.sql, OpenAPI and Jackson
            "Optional",
            "List",
            "Map",
            "Function",
            "Connection",
            "Schema",
            "Operation",
            "Parameter",
            "JsonProperty");

    private static final List<Class<?>> TYPES = ApiSize.types(LIBRARY);

    /** The numbers are exact, so that a removal is a decision too. */
    @Test
    void theApiHasExactlyThis() {
        assertThat(TYPES).hasSize(234);
        assertThat(TYPES.stream().mapToInt(ApiSize::members).sum()).isEqualTo(1272);
        assertThat(ApiSize.completion(PreloadQuery.class)).hasSize(50);
        assertThat(ApiSize.completion(PreloadManyQuery.class)).hasSize(49);
    }

    /** The components of these records are final: a tuple, or data that users serialize and compare. */
    @Test
    void publicRecordsAreTuples() {
        assertThat(TYPES.stream().filter(Class::isRecord))
                .containsExactlyInAnyOrder(
                        Assignment.class,
                        InputViolation.class,
                        Linked.class,
                        LinkChanges.class,
                        Page.class,
                        PageRequest.class,
                        ParameterViolation.class,
                        RelatedEntities.class,
                        RelatedEntity.class,
                        RelationState.Empty.class,
                        RelationState.Loaded.class,
                        RelationState.NotLoaded.class,
                        ReplacedRows.class,
                        ServerError.class,
                        Slice.class,
                        Tracked.class,
                        TypeName.class,
                        Window.class);
    }

    /** Every other name can be imported beside the libraries of a service. The guide says what to do about these. */
    @Test
    void onlyTheseNamesCollideWithImportsOfAService() {
        Set<String> collisions = TYPES.stream()
                .filter(type -> type.getEnclosingClass() == null)
                .map(Class::getSimpleName)
                .filter(OFTEN_IMPORTED::contains)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(collisions)
                .containsExactly(
                        "Column",
                        "GeneratedValue",
                        "Id",
                        "Isolation",
                        "Page",
                        "PageRequest",
                        "Schema",
                        "Slice",
                        "Table",
                        "Transient",
                        "Version",
                        "Window");
    }

    /** A proxy or any mock replaces what the mapper returns. The operations on a relation are open classes. */
    @Test
    void theStepsOfTheMapperAreInterfaces() {
        assertThat(Arrays.stream(ReactiveMapper.class.getMethods())
                        .filter(method -> !Modifier.isStatic(method.getModifiers()))
                        .<Class<?>>map(Method::getReturnType)
                        .filter(type -> type.getName().startsWith("dev.kindred") && !type.isInterface())
                        .filter(type ->
                                Modifier.isFinal(type.getModifiers()) || !Modifier.isAbstract(type.getModifiers())))
                .isEmpty();
    }

    /** A proxy that passes a call on needs access to the interface that declares the method. */
    @Test
    void theInterfacesThatAnInterfaceExtendsArePublic() {
        assertThat(TYPES.stream()
                        .filter(Class::isInterface)
                        .<Class<?>>flatMap(type -> Arrays.stream(type.getInterfaces()))
                        .filter(type -> !Modifier.isPublic(type.getModifiers())))
                .isEmpty();
    }

    @Test
    void aServiceRunsOnAProxyOfTheMapper() {
        User jane = User.of("jane");
        ReactiveMapper mapper = (ReactiveMapper) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ReactiveMapper.class}, (proxy, method, arguments) -> {
                    return method.getName().equals("get") ? Mono.just(jane) : Mono.error(new AssertionError(method));
                });

        StepVerifier.create(mapper.get(User.class, 7L)).expectNext(jane).verifyComplete();
        StepVerifier.create(mapper.insert(jane)).verifyError(AssertionError.class);
    }
}
