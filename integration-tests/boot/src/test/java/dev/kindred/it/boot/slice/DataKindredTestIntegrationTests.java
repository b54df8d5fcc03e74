package dev.kindred.it.boot.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.error.RelationNotLoadedException;
import dev.kindred.test.StatementRecorder;
import dev.kindred.test.boot.DataKindredTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** The slice has the mapper and the repositories on a new database, and rolls back each test. */
@DataKindredTest
class DataKindredTestIntegrationTests {

    private final Articles articles;
    private final Remarks remarks;
    private final StatementRecorder recorder;
    private final ApplicationContext context;

    @Autowired
    DataKindredTestIntegrationTests(
            Articles articles, Remarks remarks, StatementRecorder recorder, ApplicationContext context) {
        this.articles = articles;
        this.remarks = remarks;
        this.recorder = recorder;
        this.context = context;
    }

    private void addsAnArticle() {
        StepVerifier.create(articles.all()).verifyComplete();
        StepVerifier.create(articles.add("one").subscribeOn(Schedulers.parallel()))
                .expectNextCount(1)
                .verifyComplete();
        StepVerifier.create(articles.all()).expectNextCount(1).verifyComplete();

        assertThat(recorder).executed(3).noNPlusOne().usedOneConnection();
    }

    @Test
    void whatATestWritesIsRolledBack() {
        addsAnArticle();
    }

    @Test
    void soAnotherTestDoesNotSeeIt() {
        addsAnArticle();
    }

    @Test
    void aRelationWithoutPreloadIsAnError() {
        articles.add("one").block();

        StepVerifier.create(articles.all().flatMap(article -> article.remarks()))
                .verifyError(RelationNotLoadedException.class);
    }

    @Test
    void aRepositoryIsPartOfTheSlice() {
        Mono<Remark> remark = articles.add("one")
                .flatMap(article -> remarks.save(new Remark(null, article.id(), "first")))
                .flatMap(saved -> remarks.get(saved.id()));

        StepVerifier.create(remark).expectNextCount(1).verifyComplete();
        assertThat(recorder).executed(3).usedOneConnection();
    }

    @Test
    void onlyTheDataAccessIsInTheContext() {
        assertThat(context.getBeansOfType(Articles.class)).hasSize(1);
        assertThat(context.getBeansOfType(Mailer.class)).isEmpty();
    }
}
