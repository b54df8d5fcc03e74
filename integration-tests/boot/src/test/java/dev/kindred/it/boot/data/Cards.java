package dev.kindred.it.boot.data;

import org.springframework.data.repository.reactive.ReactiveCrudRepository;

interface Cards extends ReactiveCrudRepository<Card, Long> {}
