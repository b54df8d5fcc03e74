package dev.kindred.it.preload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.internal.sql.Nodes;
import dev.kindred.it.entity.Country;
import dev.kindred.it.entity.Country_;
import dev.kindred.it.entity.Desk;
import dev.kindred.it.entity.Desk_;
import dev.kindred.it.entity.Document;
import dev.kindred.it.entity.Document_;
import dev.kindred.it.entity.Flag;
import dev.kindred.it.entity.Flag_;
import dev.kindred.it.entity.KeySchema;
import dev.kindred.it.entity.Offer;
import dev.kindred.it.entity.Offer_;
import dev.kindred.it.entity.Room;
import dev.kindred.it.entity.Room_;
import dev.kindred.it.entity.Shop;
import dev.kindred.it.entity.Shop_;
import dev.kindred.it.entity.Team;
import dev.kindred.it.entity.Team_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.Relation;
import dev.kindred.model.ToOneRelation;
import dev.kindred.query.PreloadQuery;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** Joined preloads with keys and scopes of every kind load the same rows as separate statements. */
class JoinedPreloadByKeysIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(KeySchema.TABLES + Shop.TABLES).resetBefore(KeySchema.EMPTY, Shop.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
        database.postgres().execute("""
                insert into countries (code, name) values ('lk', 'a'), (null, 'b'), ('LK', 'c'), ('', 'd');
                insert into flags (country_code, colours) values ('LK', '1'), ('lk', '2'), ('', '3'), (null, '4'), \
                ('lk', '5');
                insert into teams values (1, 'x'), (2, 'y'), (3, 'z');
                insert into matches values (1, 1, 2), (2, 2, 1), (3, 1, 3);
                insert into rooms values ('a', 1, 'one'), ('a', 2, 'two'), ('b', 1, 'three');
                insert into desks values (1, 'a', 1), (2, 'b', 1), (3, 'a', null), (4, 'a', 1), (5, null, 2);
                insert into documents values ('00000000-0000-0000-0000-000000000001', 'p'), \
                ('00000000-0000-0000-0000-000000000002', 'q');
                insert into covers values (1, '00000000-0000-0000-0000-000000000002');
                insert into shops (name) values ('one'), ('two'), ('three'), ('four');
                insert into offers (shop_id, title, open, price, deleted_at) values
                    (1, 'closed', false, 1, null), (1, 'dear', true, 9, null), (1, 'cheap', true, 3, null), (1, \
                'gone', true, 1, now()),
                    (2, 'closed too', false, 2, null), (4, 'gone too', true, 2, now());
                """);
    }

    private <E, R> List<String> same(
            Class<E> type, ToOneRelation<E, R> relation, UnaryOperator<PreloadQuery<R>> related) {
        List<E> expected =
                mapper.from(type).preload(relation, related).all().collectList().block();
        recorder.clear();
        List<E> joined = mapper.from(type)
                .preload(relation, query -> related.apply(query).joined())
                .all()
                .collectList()
                .block();
        assertThat(recorder.count()).isEqualTo(1);
        List<String> lines =
                joined.stream().map(entity -> line(entity, relation)).sorted().toList();
        assertThat(lines)
                .isEqualTo(expected.stream()
                        .map(entity -> line(entity, relation))
                        .sorted()
                        .toList());
        assertThat(lines).noneMatch(line -> line.contains("] NotLoaded"));
        return lines;
    }

    @SuppressWarnings("unchecked") // the member of a relation holds a handle of its related entity
    private static <E, R> String line(E entity, Relation<E, R> relation) {
        Mono<R> handle = (Mono<R>) Nodes.of(relation).handle(entity);
        String known = String.valueOf(Relations.stateOf(handle).getOrNull());
        return relation.sourceKey().stream().map(key -> key.getOrNull(entity)).toList() + " "
                + Relations.stateOf(handle).getClass().getSimpleName() + known;
    }

    @Test
    void aTextThatIsNoPrimaryKey() {
        assertThat(same(Country.class, Country_.FLAG, flag -> flag)).hasSize(4);
        assertThat(same(Flag.class, Flag_.COUNTRY, country -> country.where(Country_.NAME.ne("c"))))
                .hasSize(5);
        assertThat(recorder.texts().get(0)).contains("LATERAL");
    }

    @Test
    void twoRelationsToOneTable() {
        same(Team.class, Team_.HOME_MATCH, match -> match);
        same(Team.class, Team_.AWAY_MATCH, match -> match);
        List<Team> teams = mapper.from(Team.class)
                .preload(Team_.HOME_MATCH, match -> match.joined())
                .preload(Team_.AWAY_MATCH, match -> match.joined())
                .orderBy(Team_.ID.asc())
                .all()
                .collectList()
                .block();
        assertThat(teams)
                .map(team -> team.homeMatch()
                                .map(match -> match.id())
                                .blockOptional()
                                .orElse(0L) + " "
                        + team.awayMatch()
                                .map(match -> match.id())
                                .blockOptional()
                                .orElse(0L))
                .containsExactly("1 2", "2 1", "0 3");
    }

    @Test
    void aKeyOfTwoColumns() {
        same(Room.class, Room_.DESK, desk -> desk);
        assertThat(same(Desk.class, Desk_.ROOM, room -> room.select(Room_.NAME)))
                .filteredOn(line -> line.contains("] Loaded"))
                .hasSize(3);
        assertThat(recorder.texts())
                .containsExactly("SELECT \"t0\".\"id\", \"t0\".\"building\", \"t0\".\"room_number\", \"j1\".\"name\","
                        + " \"j1\".\"building\", \"j1\".\"number\" FROM \"desks\" AS \"t0\" LEFT JOIN \"rooms\""
                        + " AS \"j1\" ON"
                        + " \"j1\".\"building\" = \"t0\".\"building\" AND \"j1\".\"number\" = \"t0\".\"room_number\"");
    }

    @Test
    void aUuid() {
        same(Document.class, Document_.COVER, cover -> cover);
    }

    @Test
    void aScopeWithAnOrderAndRowsMarkedAsDeleted() {
        assertThat(same(Shop.class, Shop_.OFFER, offer -> offer)).anyMatch(line -> line.contains("cheap"));
        assertThat(recorder.texts().get(0))
                .contains("WHERE \"j1\".\"shop_id\" = \"t0\".\"id\" AND \"j1\".\"open\" = $1 AND"
                        + " \"j1\".\"deleted_at\" IS NULL"
                        + " ORDER BY \"j1\".\"price\" ASC, \"j1\".\"id\" ASC LIMIT 1) AS \"j1\" ON true");
        same(
                Shop.class,
                Shop_.OFFER,
                offer -> offer.where(Offer_.TITLE.eq("closed")).orWhere(Offer_.TITLE.eq("dear")));
        same(Shop.class, Shop_.OFFER, offer -> offer.orderBy(Offer_.TITLE.desc()));
        assertThat(same(Shop.class, Shop_.OFFER, PreloadQuery::withDeleted)).anyMatch(line -> line.contains("gone"));
        same(Shop.class, Shop_.ANY_OFFER, PreloadQuery::onlyDeleted);
    }

    @Test
    void aJoinBelowAScopeThatPicksOneOfMany() {
        List<Shop> shops = mapper.from(Shop.class)
                .preload(Shop_.OFFER, offer -> offer.preload(Offer_.SHOP, shop -> shop.joined()))
                .all()
                .collectList()
                .block();

        assertThat(shops.get(0).offer().flatMap(Offer::shop).block().id()).isEqualTo(1);
        assertThat(recorder.count()).isEqualTo(2);
        assertThat(recorder.texts().get(1)).startsWith("SELECT DISTINCT ON (\"t0\".\"shop_id\") \"t0\".\"id\"");
    }

    @Test
    void anOwnerMarkedAsDeletedStaysOutside() {
        assertThat(same(Offer.class, Offer_.SHOP, shop -> shop.where(Shop_.OFFER.exists())))
                .hasSize(4);
        assertThat(recorder.texts().get(0))
                .contains("ON \"j1\".\"id\" = \"t0\".\"shop_id\" AND EXISTS (SELECT 1 FROM \"offers\" AS \"t1\" WHERE"
                        + " \"t1\".\"shop_id\" = \"j1\".\"id\" AND \"t1\".\"open\" = $1 AND"
                        + " \"t1\".\"deleted_at\" IS NULL)")
                .endsWith(" WHERE \"t0\".\"deleted_at\" IS NULL");
    }
}
