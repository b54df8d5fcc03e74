package app;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Mono;

@Table("shops")
public record Shop(
        @Id @GeneratedValue Long id,
        @HasOne(scope = OpenOnly.class, meta = {"label=The offer", "query=a=b&\"c\""}) Mono<Offer> offer,
        @HasOne(foreignKey = "shopId", meta = "empty=") Mono<Offer> anyOffer,
        @HasOne(foreignKey = "shopId", scope = Scopes.Cheap.class) Mono<Offer> cheapOffer,
        @HasOne(foreignKey = "shopId", latestBy = "price") Mono<Offer> dearestOffer,
        @HasOne(foreignKey = "shopId", scope = OpenOnly.class, oldestBy = {"price", "id"}, meta = "label=Cheapest")
        Mono<Offer> cheapestOffer) {}
