package dev.kindred.it.architecture.planted.model;

import dev.kindred.it.architecture.planted.internal.sql.Allowed;
import dev.kindred.it.architecture.planted.internal.sql.Hidden;
import dev.kindred.it.architecture.planted.internal.sql.Open;
import java.util.List;
import java.util.function.Supplier;

public class Shown extends Hidden<Allowed> {
    protected Shown(Allowed constructor) {}

    public Allowed returned() {
        throw new UnsupportedOperationException();
    }

    public void taken(List<? extends Supplier<Allowed[]>> parameter) {}

    public <T extends Allowed> void bounded(T parameter) {}

    protected static class Field {
        public final List<Allowed> field = List.of();
    }

    public abstract static class Opened extends Open {}

    public abstract static class Implementing implements Supplier<Allowed> {}

    Allowed unseen() {
        throw new UnsupportedOperationException();
    }

    record Invisible(Allowed component) {}
}
