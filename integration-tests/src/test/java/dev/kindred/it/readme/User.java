package dev.kindred.it.readme;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Mono;

@Table("users")
public record User(
        @Id @GeneratedValue Long id, String email, @HasOne Mono<Profile> profile) {}
