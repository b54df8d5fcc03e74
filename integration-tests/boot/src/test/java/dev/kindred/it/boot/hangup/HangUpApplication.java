package dev.kindred.it.boot.hangup;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A WebFlux application on Netty. A configuration of {@link Configurations} says how it writes. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(HangUpApplication.Requests.class)
class HangUpApplication {

    /** The requests. */
    @RestController
    static class Requests {

        private final Registrations registrations;
        private final AtomicInteger running = new AtomicInteger();

        Requests(Registrations registrations) {
            this.registrations = registrations;
        }

        @PostMapping("/users/{name}")
        @ResponseStatus(HttpStatus.CREATED)
        Mono<String> register(@PathVariable String name) {
            return counted(registrations.register(name));
        }

        @PostMapping("/notes/{text}")
        @ResponseStatus(HttpStatus.CREATED)
        Mono<String> note(@PathVariable String text) {
            return counted(registrations.note(text));
        }

        private Mono<String> counted(Mono<String> work) {
            return work.doOnSubscribe(subscription -> running.incrementAndGet())
                    .doFinally(signal -> running.decrementAndGet());
        }

        boolean isIdle() {
            return running.get() == 0;
        }
    }
}
