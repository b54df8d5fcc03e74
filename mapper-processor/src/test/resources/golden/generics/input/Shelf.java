package app;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;

public class Shelf<T> {

    public Shelf() {}

    @Table
    public record Place(@Id Long id, Long parcelId, Side side) {}

    public enum Side {
        LEFT,
        RIGHT
    }
}
