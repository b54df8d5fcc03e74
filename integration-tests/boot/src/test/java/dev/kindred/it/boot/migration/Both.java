package dev.kindred.it.boot.migration;

import dev.kindred.it.boot.migration.after.Remark;
import dev.kindred.it.boot.migration.before.Article;
import dev.kindred.it.boot.migration.before.ArticleRepository;
import dev.kindred.reactor.ReactiveMapper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** A service whose articles are still written by Spring Data, and whose remarks are written by the mapper. */
@Service
class Both {

    private final ArticleRepository articles;
    private final ReactiveMapper mapper;

    Both(ArticleRepository articles, ReactiveMapper mapper) {
        this.articles = articles;
        this.mapper = mapper;
    }

    @Transactional
    public Mono<Remark> publish(String title, String remark) {
        return articles.save(new Article(null, null, title, 10, null))
                .flatMap(article -> mapper.insert(new Remark(null, article.id(), remark, null)));
    }
}
