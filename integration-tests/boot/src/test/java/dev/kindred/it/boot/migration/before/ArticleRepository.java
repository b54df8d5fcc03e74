package dev.kindred.it.boot.migration.before;

import org.springframework.data.domain.Pageable;
import org.springframework.data.r2dbc.repository.Modifying;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.reactive.ReactiveCrudRepository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public interface ArticleRepository extends ReactiveCrudRepository<Article, Long> {

    Mono<Article> findByTitle(String title);

    Flux<Article> findByPriceLessThanOrderById(int price, Pageable page);

    @Modifying
    @Query("update articles set price = :price where title = :title")
    Mono<Long> reprice(String title, int price);
}
