package app;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@SuppressWarnings("deprecation")
@Table("employees")
public record Employee(
        @Id Long id,
        @Nullable Long managerId,
        @Nullable Long homeId,
        @Nullable Long workId,
        @BelongsTo Mono<Employee> manager,
        @HasOne(foreignKey = "managerId") Mono<Employee> report,
        @BelongsTo Mono<Address> home,
        @BelongsTo Mono<Address> work) {

    public Employee(Long id, String managerId, Long homeId, Long workId, String a, String b, String c, String d) {
        this(id, Long.valueOf(managerId), homeId, workId, none(), none(), none(), none());
    }

    private static <T> Mono<T> none() {
        return new Mono<>() {};
    }
}
