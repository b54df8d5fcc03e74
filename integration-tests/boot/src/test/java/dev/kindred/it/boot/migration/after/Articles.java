package dev.kindred.it.boot.migration.after;

import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
public class Articles {

    private final ReactiveMapper mapper;

    Articles(ReactiveMapper mapper) {
        this.mapper = mapper;
    }

    public Mono<Article> findByTitle(String title) {
        return mapper.from(Article.class).where(Article_.TITLE.eq(title)).one();
    }

    public Mono<Long> reprice(String title, int price) {
        return mapper.update(Article.class)
                .set(Article_.PRICE.set(price))
                .where(Article_.TITLE.eq(title))
                .execute();
    }

    /** Two statements. Each article has its remarks. */
    public Flux<Article> cheaperThan(int price) {
        return mapper.from(Article.class)
                .where(Article_.PRICE.lt(price))
                .preload(Article_.REMARKS)
                .orderBy(Article_.ID.asc())
                .limit(20)
                .all();
    }

    /** One transaction. */
    public Mono<Article> publish(String title, int price, String remark) {
        return mapper.save(
                Article_.draft(title, price).build(),
                Article_.REMARKS.children(List.of(new Remark(null, null, remark, null))));
    }

    public Mono<Article> rename(long id, String title) {
        return mapper.get(Article.class, id)
                .flatMap(found -> mapper.update(
                        Article_.copyOf(found).set(Article_.TITLE, title).build()));
    }
}
