package app;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;

@Table
public final class Company {

    private final Long id;

    @app.marks.Nullable
    private final String byField;

    private final String byParameter;
    private final String byAccessor;

    public Company(@Id Long id, String byField, @Nullable String byParameter, String byAccessor) {
        this.id = id;
        this.byField = byField;
        this.byParameter = byParameter;
        this.byAccessor = byAccessor;
    }

    public Long id() {
        return id;
    }

    public String byField() {
        return byField;
    }

    public String byParameter() {
        return byParameter;
    }

    public @Nullable String byAccessor() {
        return byAccessor;
    }
}
