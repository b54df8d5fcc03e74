package dev.kindred.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Schema;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.query.Page;
import dev.kindred.query.Window;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.jackson.RelationModule;
import dev.kindred.spring.error.KindredExceptionTranslator;
import dev.kindred.spring.error.KindredProblemHandler;
import dev.kindred.spring.web.KindredWebConfigurer;
import dev.kindred.spring.web.PageParameters;
import dev.kindred.spring.web.ScrollParameters;
import dev.kindred.spring.web.SortColumns;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

/** Runs the documentation's code for WebFlux, verbatim, without Spring Boot. */
class WebReadmeIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(3));

    private AnnotationConfigApplicationContext spring;
    private DisposableServer server;

    @BeforeEach
    void start() {
        ConnectionFactory pool = database.newPool(1);
        spring = new AnnotationConfigApplicationContext();
        spring.registerBean(ConnectionFactory.class, () -> pool, definition -> definition.setDestroyMethodName(""));
        spring.register(WebConfiguration.class, Users.class, UserPages.class);
        spring.refresh();
        var handler = new ReactorHttpHandlerAdapter(
                WebHttpHandlerBuilder.applicationContext(spring).build());
        server = HttpServer.create().host("127.0.0.1").port(0).handle(handler).bindNow();
    }

    @AfterEach
    void stop() {
        server.disposeNow();
        spring.close();
    }

    @Test
    void aWindowHasLinks() {
        assertThat(get("/users?limit=1&tag=a", 200))
                .startsWith("{\"rows\":[{\"id\":1,\"email\":\"user1@example.org\",\"profile\":{")
                .contains("\"self\":\"/users?limit=1&tag=a\"", "\"next\":\"/users?limit=1&tag=a&cursor=");
    }

    @Test
    void aPageOfAFunctionalEndpointHasLinks() {
        assertThat(get("/pages?size=2&sort=-email", 200))
                .startsWith("{\"rows\":[{\"id\":3,\"email\":\"user3@example.org\"}")
                .contains("\"total\":3", "\"last\":\"/pages?size=2&sort=-email&page=1\"");
    }

    @Test
    void anExportHasOneLineForEachRow() {
        assertThat(get("/users/export", 200).lines()).hasSize(3);
    }

    @Test
    void errorsAreProblems() {
        assertThat(get("/users/99", 404)).contains("\"status\":404", "\"code\":\"NOT_FOUND\"");
        assertThat(get("/pages?size=0", 400))
                .contains("\"violations\":[{\"parameter\":\"size\",\"code\":\"TOO_SMALL\",\"limit\":1}]");
    }

    @Test
    void errorsCanBeExceptionsOfSpring() {
        database.postgres().execute("create unique index users_email on users (email)");
        ConnectionFactory connectionFactory = spring.getBean(ConnectionFactory.class);
        User user = new User(null, "user1@example.org", null);

        StepVerifier.create(translated(spring.getBean(ReactiveMapper.class), user))
                .verifyError(DuplicateKeyException.class);
        StepVerifier.create(translating(connectionFactory).insert(user)).verifyError(DuplicateKeyException.class);
        database.postgres().execute("drop index users_email");
    }

    private static Mono<User> translated(ReactiveMapper mapper, User user) {
        Mono<User> stored = mapper.insert(user).onErrorMap(KindredExceptionTranslator::translate);

        return stored;
    }

    private static ReactiveMapper translating(ConnectionFactory connectionFactory) {
        ReactiveMapper mapper = ReactiveMapper.builder(connectionFactory)
                .errorTranslation(KindredExceptionTranslator::translate)
                .build();

        return mapper;
    }

    private String get(String path, int status) {
        return Objects.requireNonNull(HttpClient.create()
                .get()
                .uri("http://127.0.0.1:" + server.port() + path)
                .responseSingle((response, body) -> {
                    assertThat(response.status().code()).isEqualTo(status);
                    return body.asString();
                })
                .block(Duration.ofSeconds(20)));
    }

    @Configuration
    @EnableWebFlux
    static class WebConfiguration implements WebFluxConfigurer {

        @Override
        public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
            configurer
                    .defaultCodecs()
                    .jacksonJsonEncoder(new JacksonJsonEncoder(
                            JsonMapper.builder().addModule(new RelationModule()).build()));
        }

        @Bean
        ReactiveMapper mapper(ConnectionFactory connectionFactory) {
            return ReactiveMapper.create(connectionFactory);
        }

        @Bean
        KindredProblemHandler problems(ServerCodecConfigurer codecs) {
            return KindredProblemHandler.of(codecs);
        }

        @Bean
        KindredWebConfigurer pages() {
            return KindredWebConfigurer.create();
        }

        @Bean
        RouterFunction<ServerResponse> routes(UserPages pages) {
            return RouterFunctions.route().GET("/pages", pages::page).build();
        }
    }

    @RestController
    static class Users {

        private static final SortColumns<User> SORTS =
                SortColumns.of(User_.ID, User_.EMAIL).byDefault(User_.EMAIL.asc());

        private final ReactiveMapper mapper;

        Users(ReactiveMapper mapper) {
            this.mapper = mapper;
        }

        @GetMapping("/users")
        Mono<Window<User>> users(ScrollParameters parameters) {
            return parameters.scroll(mapper.from(User.class).preload(User_.PROFILE), SORTS);
        }

        @GetMapping(path = "/users/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
        Flux<User> export() {
            return mapper.from(User.class).preload(User_.PROFILE).stream();
        }

        @GetMapping("/users/{id}")
        Mono<User> user(@PathVariable long id) {
            return mapper.get(User.class, id);
        }
    }

    static class UserPages {

        private static final SortColumns<User> SORTS =
                SortColumns.of(User_.ID, User_.EMAIL).byDefault(User_.EMAIL.asc());

        private final ReactiveMapper mapper;

        UserPages(ReactiveMapper mapper) {
            this.mapper = mapper;
        }

        Mono<ServerResponse> page(ServerRequest request) {
            Mono<Page<User>> page = PageParameters.of(request).page(mapper.from(User.class), SORTS);
            return ServerResponse.ok().body(page, new ParameterizedTypeReference<Page<User>>() {});
        }
    }
}
