package app;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Table
public record Person(
        @Id Long id,
        @Nullable String nick,
        java.time.@Nullable Instant seen,
        String @Nullable [] tags,
        @Nullable String[] gaps,
        List<@Nullable String> list,
        @app.marks.Nullable String marked) {

    public @Nullable String nick() {
        return nick;
    }
}
