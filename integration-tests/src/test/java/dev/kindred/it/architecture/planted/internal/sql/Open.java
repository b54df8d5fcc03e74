package dev.kindred.it.architecture.planted.internal.sql;

public abstract class Open {
    public void inherited() {}
}
