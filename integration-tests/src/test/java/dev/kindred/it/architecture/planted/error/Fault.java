package dev.kindred.it.architecture.planted.error;

public class Fault extends RuntimeException {
    private static final long serialVersionUID = 1;
}
