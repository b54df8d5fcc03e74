package dev.kindred.it.architecture.planted.reactor.internal.preload;

public interface RingMiddle {
    interface Nested {
        RingEnd[] ends();
    }
}
