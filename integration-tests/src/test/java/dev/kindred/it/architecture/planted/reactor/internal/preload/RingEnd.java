package dev.kindred.it.architecture.planted.reactor.internal.preload;

public interface RingEnd {
    RingStart start();
}
