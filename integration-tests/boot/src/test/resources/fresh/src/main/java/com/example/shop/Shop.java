package com.example.shop;

import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.reactor.ReactiveMapper;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import reactor.core.publisher.Mono;

@SpringBootApplication(proxyBeanMethods = false)
public record Shop(ReactiveMapper mapper) implements CommandLineRunner {
    public static void main(String[] args) {
        SpringApplication.run(Shop.class, args);
    }

    @Override
    public void run(String... args) {
        Profile profile = mapper.find(User.class, 1).flatMap(User::profile).block();
        System.out.println("Hello " + profile.name());
    }

    @Table("users")
    public record User(@Id Long id, String email, @HasOne Mono<Profile> profile) {}

    @Table("profiles")
    public record Profile(@Id Long id, Long userId, String name) {}
}
