package dev.kindred.it.boot.migration.before;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Service
public class ArticleService {

    private final ArticleRepository articles;
    private final RemarkRepository remarks;

    ArticleService(ArticleRepository articles, RemarkRepository remarks) {
        this.articles = articles;
        this.remarks = remarks;
    }

    public record ArticleWithRemarks(Article article, List<Remark> remarks) {}

    /** Two statements, and the code that puts their rows together. */
    public Flux<ArticleWithRemarks> cheaperThan(int price) {
        return articles.findByPriceLessThanOrderById(price, PageRequest.of(0, 20))
                .collectList()
                .flatMapMany(page -> remarks.findByArticleIdIn(
                                page.stream().map(Article::id).toList())
                        .collectMultimap(Remark::articleId)
                        .flatMapIterable(byArticle -> page.stream()
                                .map(article -> new ArticleWithRemarks(article, of(byArticle, article)))
                                .toList()));
    }

    private static List<Remark> of(Map<Long, Collection<Remark>> byArticle, Article article) {
        return List.copyOf(byArticle.getOrDefault(article.id(), List.of()));
    }

    @Transactional
    public Mono<Article> publish(String title, int price, String remark) {
        return articles.save(new Article(null, null, title, price, null))
                .flatMap(saved ->
                        remarks.save(new Remark(null, saved.id(), remark)).thenReturn(saved));
    }

    public Mono<Article> rename(long id, String title) {
        return articles.findById(id)
                .map(found -> new Article(found.id(), found.version(), title, found.price(), found.createdAt()))
                .flatMap(articles::save);
    }
}
