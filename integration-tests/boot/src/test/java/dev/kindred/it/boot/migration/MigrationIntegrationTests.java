package dev.kindred.it.boot.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.StaleVersionException;
import dev.kindred.it.boot.migration.after.Article;
import dev.kindred.it.boot.migration.after.Article_;
import dev.kindred.it.boot.migration.after.Articles;
import dev.kindred.it.boot.migration.after.Remark;
import dev.kindred.it.boot.migration.before.ArticleRepository;
import dev.kindred.it.boot.migration.before.ArticleService;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.schema.Schema;
import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.OptimisticLockingFailureException;
import reactor.core.publisher.Mono;

/** The code of the guides about a migration: both ways have the same results, also in one transaction. */
class MigrationIntegrationTests {

    private static PostgresDatabase database;
    private static ConfigurableApplicationContext application;

    private final ArticleService before = application.getBean(ArticleService.class);
    private final ArticleRepository repository = application.getBean(ArticleRepository.class);
    private final Articles after = application.getBean(Articles.class);
    private final Both both = application.getBean(Both.class);
    private final ReactiveMapper mapper = application.getBean(ReactiveMapper.class);

    @BeforeAll
    static void start() {
        database = PostgresServer.shared().createDatabase();
        database.execute(Schema.of(Article.class, Remark.class).ddl());
        application = new SpringApplicationBuilder(MigrationApplication.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.flyway.enabled=false",
                        "--spring.r2dbc.url=" + database.r2dbcUrl(),
                        "--kindred.pool.max-size=1",
                        "--kindred.pool.connect-timeout=1m",
                        "--kindred.schema.verify=fail");
    }

    @AfterAll
    static void stop() {
        application.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        database.execute("truncate articles, remarks restart identity");
    }

    private static <T> T run(Mono<T> work) {
        return work.block(Duration.ofSeconds(20));
    }

    @Test
    void bothWriteTheSameRows() {
        run(before.publish("before", 10, "one"));
        run(after.publish("after", 10, "one"));

        List<?> rows = database.query("select version, price, text, created_at is not null as created"
                + " from articles join remarks on remarks.article_id = articles.id order by articles.id");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).isEqualTo(rows.get(1));
    }

    @Test
    void eachReadsTheRowsOfTheOther() {
        run(before.publish("before", 10, "one"));
        run(after.publish("after", 10, "two"));

        assertThat(run(before.cheaperThan(20)
                        .map(each ->
                                each.article().title() + each.remarks().get(0).text())
                        .collectList()))
                .containsExactly("beforeone", "aftertwo");
        assertThat(run(after.cheaperThan(20)
                        .concatMap(each -> each.remarks().map(remark -> each.title() + remark.text()))
                        .collectList()))
                .containsExactly("beforeone", "aftertwo");
        assertThat(run(repository.findByTitle("after")).id())
                .isEqualTo(run(after.findByTitle("after")).id());
    }

    @Test
    void eachUpdatesTheRowsOfTheOther() {
        long id = run(before.publish("first", 10, "one")).id();

        run(after.rename(id, "second"));
        run(before.rename(id, "third"));
        run(after.reprice("third", 5));
        run(repository.reprice("third", 6));

        assertThat(database.queryLong("select price from articles where title = 'third'"))
                .isEqualTo(6);
    }

    @Test
    void theVersionOfOneIsCheckedByTheOther() {
        long id = run(before.publish("first", 10, "one")).id();
        Article old = run(mapper.get(Article.class, id));
        dev.kindred.it.boot.migration.before.Article oldToo = run(repository.findById(id));

        run(before.rename(id, "second"));
        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> run(mapper.update(
                        Article_.copyOf(old).set(Article_.TITLE, "lost").build())));
        run(after.rename(id, "third"));
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> run(repository.save(oldToo)));
    }

    @Test
    void bothAreInOneTransaction() {
        run(both.publish("new", "one"));
        assertThatThrownBy(() -> run(both.publish("lost", null)));
        assertThatThrownBy(() -> run(mapper.transactional(
                        both.publish("lost", "one").then(Mono.error(new IllegalStateException("failed"))))))
                .hasMessage("failed");

        assertThat(database.queryLong("select count(*) from articles")).isEqualTo(1);
        assertThat(database.queryLong("select count(*) from remarks")).isEqualTo(1);
    }
}
