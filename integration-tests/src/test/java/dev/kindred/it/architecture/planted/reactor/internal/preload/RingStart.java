package dev.kindred.it.architecture.planted.reactor.internal.preload;

public interface RingStart {
    RingMiddle.Nested middle();
}
