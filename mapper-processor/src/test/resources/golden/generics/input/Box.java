package app;

import java.util.List;

public class Box<T> {

    public Box() {}

    public enum Kind {
        SMALL,
        LARGE
    }

    public record Label(String text) {}

    public record Pair<A, B>(A first, B second) {}

    public static class Lid<S> {

        public Lid() {}
    }

    public interface Closer {}

    public class Content {

        public Content() {}

        public List<T> all() {
            return List.of();
        }
    }
}
