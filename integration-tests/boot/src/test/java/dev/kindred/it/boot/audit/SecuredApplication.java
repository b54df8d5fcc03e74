package dev.kindred.it.boot.audit;

import dev.kindred.reactor.ReactiveMapper;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Creates and changes letters for its users Ada and Bob, and for anonymous users. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableWebFluxSecurity
class SecuredApplication {

    @Bean
    SecurityWebFilterChain security(ServerHttpSecurity http) {
        return http.httpBasic(Customizer.withDefaults())
                .anonymous(Customizer.withDefaults())
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .build();
    }

    @Bean
    MapReactiveUserDetailsService users() {
        return new MapReactiveUserDetailsService(user("ada"), user("bob"));
    }

    private static UserDetails user(String name) {
        return User.withUsername(name).password("{noop}secret").roles("USER").build();
    }

    @Bean
    RouterFunction<ServerResponse> letters(ReactiveMapper mapper) {
        return RouterFunctions.route()
                .POST("/letters", request -> created(mapper, request))
                .PUT("/letters/{id}", request -> changed(mapper, request))
                .build();
    }

    private static Mono<ServerResponse> created(ReactiveMapper mapper, ServerRequest request) {
        return request.bodyToMono(String.class)
                .flatMap(text -> mapper.insert(new Letter(null, text, null, null)))
                .flatMap(letter -> ServerResponse.ok().bodyValue(letter));
    }

    private static Mono<ServerResponse> changed(ReactiveMapper mapper, ServerRequest request) {
        long id = Long.parseLong(request.pathVariable("id"));
        return request.bodyToMono(String.class)
                .flatMap(text -> mapper.update(Letter.class, id)
                        .set(Letter_.TEXT.set(text))
                        .execute())
                .flatMap(letter -> ServerResponse.ok().bodyValue(letter));
    }
}
