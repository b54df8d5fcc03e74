package dev.kindred.spring.boot.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;
import reactor.core.publisher.BaseSubscriber;
import reactor.test.StepVerifier;

class RequestLogTests {

    private final RequestLog log = new RequestLog(new ConsoleProperties(true, 10, 5, 5, false));

    @Test
    void aSlowSubscriberLosesTheOldestEventsAndDelaysNoOther() {
        List<ConsoleEvent> fast = new ArrayList<>();
        log.events().subscribe(fast::add);

        StepVerifier.create(log.events(), 0)
                .then(() -> {
                    for (int i = 0; i < 3000; i++) {
                        log.begin("GET", null);
                    }
                })
                .thenRequest(Long.MAX_VALUE)
                .assertNext(event ->
                        assertThat(((ConsoleEvent.Begun) event).request().id()).isGreaterThan(1900))
                .expectNextCount(1023)
                .thenCancel()
                .verify(Duration.ofSeconds(20));

        assertThat(fast).hasSize(3000);
        assertThat(log.requests()).hasSize(10);
    }

    @Test
    void theEndOfTheApplicationEndsTheStreams() {
        StepVerifier.create(log.events())
                .then(() -> log.begin("GET", null))
                .expectNextCount(1)
                .then(() -> log.onApplicationEvent(new ContextClosedEvent(new StaticApplicationContext())))
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void aCancelledSubscriberGetsNothing() {
        List<ConsoleEvent> received = new ArrayList<>();
        BaseSubscriber<ConsoleEvent> subscriber = new BaseSubscriber<>() {
            @Override
            protected void hookOnNext(ConsoleEvent event) {
                received.add(event);
            }
        };
        log.events().subscribe(subscriber);
        log.begin("GET", null);
        subscriber.cancel();
        log.begin("GET", null);

        assertThat(received).hasSize(1);
    }
}
