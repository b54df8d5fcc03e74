package app;

public enum Column {
    LEFT
}
