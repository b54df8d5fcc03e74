package dev.kindred.it.boot.slice;

import dev.kindred.reactor.ReactiveMapper;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class Articles {

    private final ReactiveMapper mapper;

    Articles(ReactiveMapper mapper) {
        this.mapper = mapper;
    }

    Mono<Article> add(String title) {
        return mapper.insert(new Article(null, title, null));
    }

    Flux<Article> all() {
        return mapper.from(Article.class).all();
    }
}
