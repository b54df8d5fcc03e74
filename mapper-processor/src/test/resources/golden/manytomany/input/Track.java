package app;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Flux;

@Table
public record Track(
        @Id long trackId,
        @Id int side,
        @ManyToMany(table = "user_track", schema = "app") Flux<User> users) {}
