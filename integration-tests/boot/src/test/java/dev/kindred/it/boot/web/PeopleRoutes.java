package dev.kindred.it.boot.web;

import dev.kindred.query.Page;
import dev.kindred.spring.web.PageLimits;
import dev.kindred.spring.web.PageParameters;
import dev.kindred.spring.web.ScrollParameters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The functional endpoints. */
@Configuration(proxyBeanMethods = false)
class PeopleRoutes {

    @Bean
    RouterFunction<ServerResponse> routes(People people, Export export, PageLimits limits) {
        return RouterFunctions.route()
                .path(
                        "/functional",
                        builder -> builder.GET(
                                        "/windows", request -> ok(people.windows(ScrollParameters.of(request, limits))))
                                .GET("/pages", request -> ok(people.pages(PageParameters.of(request))))
                                .GET("/slices", request -> ok(people.slices(PageParameters.of(request))))
                                .GET("/names", names(people))
                                .GET(
                                        "/large",
                                        request ->
                                                ok(people.windows(ScrollParameters.of(request, PageLimits.of(2, 3)))))
                                .GET("/people/{id}", request -> ok(people.get(id(request))))
                                .GET(
                                        "/export",
                                        request -> ServerResponse.ok()
                                                .contentType(MediaType.APPLICATION_NDJSON)
                                                .body(export.people(), Person.class))
                                .POST(
                                        "/people",
                                        request -> ok(
                                                request.bodyToMono(Person.class).flatMap(people::create)))
                                .PUT(
                                        "/people",
                                        request -> ok(
                                                request.bodyToMono(Person.class).flatMap(people::update)))
                                .PATCH(
                                        "/people/{id}",
                                        request -> ok(request.bodyToMono(JsonNode.class)
                                                .flatMap(body -> people.patch(id(request), body))))
                                .DELETE("/people/{id}", request -> ok(people.delete(id(request))))
                                .POST(
                                        "/passports",
                                        request -> ok(request.bodyToMono(Passport.class)
                                                .flatMap(people::issue)))
                                .GET("/failures/{kind}", request -> ok(people.fail(request.pathVariable("kind")))))
                .build();
    }

    private static HandlerFunction<ServerResponse> names(People people) {
        return request -> {
            PageParameters parameters = PageParameters.of(request);
            return ok(people.pages(parameters)
                    .map(page -> new Page<>(page.rows(), parameters.request(), page.total()).map(Person::name)));
        };
    }

    private static long id(ServerRequest request) {
        return Long.parseLong(request.pathVariable("id"));
    }

    private static Mono<ServerResponse> ok(Mono<?> body) {
        return body.flatMap(value -> ServerResponse.ok().bodyValue(value));
    }
}
