package dev.kindred.it.boot.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.error.MapperException;
import dev.kindred.test.StatementRecorder;
import dev.kindred.test.boot.DataKindredTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.UnexpectedRollbackException;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** {@code @Transactional} methods in a test are savepoints in the transaction of the test. */
@DataKindredTest
class SliceTransactionsIntegrationTests {

    private final Articles articles;
    private final Remarks remarks;
    private final StatementRecorder recorder;
    private Long article;

    @Autowired
    SliceTransactionsIntegrationTests(Articles articles, Remarks remarks, StatementRecorder recorder) {
        this.articles = articles;
        this.remarks = remarks;
        this.recorder = recorder;
    }

    /** No row of another test remains. */
    @BeforeEach
    void addArticle() {
        StepVerifier.create(articles.all()).verifyComplete();
        StepVerifier.create(remarks.query().all()).verifyComplete();
        article = articles.add("one").block().id();
        recorder.clear();
    }

    private long count() {
        return remarks.query().count().block();
    }

    @Test
    void aMethodIsPartOfTheTest() {
        StepVerifier.create(remarks.add(article, "first", "second"))
                .expectNextCount(2)
                .verifyComplete();

        assertThat(count()).isEqualTo(2);
        assertThat(recorder).executed(3).usedOneConnection();
    }

    @Test
    void aMethodThatFailsIsUndoneAlone() {
        StepVerifier.create(remarks.add(article, "kept")).expectNextCount(1).verifyComplete();
        StepVerifier.create(remarks.add(-1L, "undone")).verifyError(MapperException.class);
        StepVerifier.create(remarks.addAnd(article, Mono.error(new IllegalStateException("failed"))))
                .verifyErrorMessage("failed");

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aMethodInsideParticipates() {
        StepVerifier.create(
                        remarks.addAnd(article, remarks.add(article, "inner").then()))
                .verifyComplete();
        assertThat(count()).isEqualTo(2);

        Mono<Void> failing = remarks.addAnd(article, Mono.error(new IllegalStateException("failed")));
        StepVerifier.create(remarks.addAnd(article, failing.onErrorComplete()))
                .verifyError(UnexpectedRollbackException.class);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void requiresNewIsUndoneAloneAndWithTheTest() {
        Mono<Void> failing = remarks.addAnd(
                article, remarks.addAlone(article).then(Mono.error(new IllegalStateException("failed"))));
        StepVerifier.create(remarks.addAnd(article, remarks.addAlone(article))).verifyComplete();
        assertThat(count()).isEqualTo(2);

        StepVerifier.create(failing).verifyErrorMessage("failed");
        assertThat(count()).isEqualTo(2);
    }
}
