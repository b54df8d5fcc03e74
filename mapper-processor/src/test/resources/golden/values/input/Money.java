package app;

public record Money(String amount) {}
