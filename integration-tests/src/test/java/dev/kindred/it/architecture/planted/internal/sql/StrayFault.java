package dev.kindred.it.architecture.planted.internal.sql;

public class StrayFault extends RuntimeException {
    private static final long serialVersionUID = 1;
}
