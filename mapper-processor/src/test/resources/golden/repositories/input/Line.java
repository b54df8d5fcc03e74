package app;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;

@Table("lines")
public record Line(@Id long orderId, @Id Integer number, String text) {

    public record Key(Integer number, long orderId) {}
}
