package dev.kindred.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.test.KindredTest;
import dev.kindred.test.StatementRecorder;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** The example of the guide, verbatim. */
@KindredTest(entities = {User.class, Profile.class})
class ProfileNamesIntegrationTests {

    private final ReactiveMapper mapper;
    private final StatementRecorder recorder;

    ProfileNamesIntegrationTests(ReactiveMapper mapper, StatementRecorder recorder) {
        this.mapper = mapper;
        this.recorder = recorder;
    }

    @Test
    void namesNeedTwoStatements() {
        Flux<String> names = mapper.from(User.class)
                .preload(User_.PROFILE)
                .all()
                .flatMap(User::profile)
                .map(Profile::name);
        StepVerifier.create(Flux.just("Jane", "Joe", "Ann").concatMap(this::register))
                .expectNextCount(3)
                .verifyComplete();

        StepVerifier.create(recorder.record(names))
                .expectNext("Jane", "Joe", "Ann")
                .verifyComplete();

        assertThat(recorder).executed(2).noNPlusOne().usedOneConnection();
    }

    private Flux<Profile> register(String name) {
        return mapper.insert(new User(null, name + "@example.org", null))
                .flatMapMany(user -> mapper.related(user, User_.PROFILE).create(Profile_.NAME.set(name)));
    }
}
