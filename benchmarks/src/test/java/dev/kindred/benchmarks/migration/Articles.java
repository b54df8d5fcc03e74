package dev.kindred.benchmarks.migration;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.stage.Stage;

/** Reads and writes of articles with Hibernate Reactive. */
public class Articles {

    private final Stage.SessionFactory factory;

    public Articles(Stage.SessionFactory factory) {
        this.factory = factory;
    }

    public CompletionStage<List<Article>> cheaperThan(int price) {
        return factory.withSession(session -> session.createQuery(
                        "from Article a left join fetch a.remarks where a.price < :price order by a.id", Article.class)
                .setParameter("price", price)
                .getResultList());
    }

    public CompletionStage<Article> publish(String title, int price, String remark) {
        Article article = new Article(title, price);
        article.add(new Remark(remark));
        return factory.withTransaction(session -> session.persist(article)).thenApply(stored -> article);
    }

    public CompletionStage<Void> rename(long id, String title) {
        return factory.withTransaction(
                session -> session.find(Article.class, id).thenAccept(found -> found.setTitle(title)));
    }
}
