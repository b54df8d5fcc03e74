package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.error.RelationNotLoadedException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.RelationState;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** The states of handles of many rows, and the handles that load nothing. */
class HandleStatesOfManyIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Shop.TABLES).resetBefore(Shop.EMPTY, Shop.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
    }

    @Test
    void anEntityWithoutRowsIsLoadedAndEmpty() {
        List<Client> clients = clients();
        clients.get(0).orders().blockLast();
        recorder.clear();

        assertThat(Relations.stateOf(clients.get(2).orders())).isEqualTo(new RelationState.Empty<>());
        assertThat(clients.get(2).orders().collectList().block()).isEmpty();
        assertThat(recorder.count()).isZero();
    }

    @Test
    void theStateHasAnImmutableList() {
        Client client = mapper.get(Client.class, 1L).block();
        assertThat(Relations.stateOf(client.orders())).isEqualTo(new RelationState.NotLoaded<>());

        List<Order> orders = client.orders().collectList().block();

        RelationState<List<Order>> state = Relations.stateOf(client.orders());
        assertThat(state).isEqualTo(new RelationState.Loaded<>(orders, false));
        assertThat(state.hasMore()).isFalse();
        assertThatThrownBy(() -> state.getOrNull().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(Relations.stateOf((Flux<Order>) null)).isEqualTo(new RelationState.NotLoaded<>());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Relations.stateOf(client.orders().take(1)))
                .withMessageStartingWith("handle must be the relation member");
    }

    @Test
    void anEntityWithoutAKeyHasNoRowsAndSendsNoStatement() {
        Client third = mapper.get(Client.class, 3L).block();
        Client stored = mapper.insert(Client.of("new")).block();
        recorder.clear();

        assertThat(third.coded().collectList().block()).isEmpty();
        assertThat(Relations.stateOf(third.coded())).isEqualTo(new RelationState.Empty<>());
        assertThat(recorder.count()).isZero();
        assertThat(Client.of("unsaved").orders()).isNull();
        assertThat(stored.orders().collectList().block()).isEmpty();
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void aKeyThatWasNotSelectedIsAnError() {
        Client client = mapper.from(Client.class).select(Client_.NAME).first().block();

        assertThatThrownBy(() -> client.orders().blockLast())
                .isInstanceOf(RelationKeyMissingException.class)
                .hasMessageContaining("Cannot load Client.orders: its key column Client.id was not selected");
    }

    @Test
    void aForbiddenLoadNamesThePreload() {
        Client client =
                mapper.from(Client.class).loading(LoadMode.FORBID).first().block();
        recorder.clear();

        assertThatThrownBy(() -> client.orders().blockLast())
                .isInstanceOf(RelationNotLoadedException.class)
                .hasMessageContaining("Add preload(Client_.ORDERS) to the query");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aSingleHandleLoadsTheRowsOfItsEntityOnly() {
        List<Client> clients = mapper.from(Client.class)
                .loading(LoadMode.SINGLE)
                .orderBy(Client_.ID.asc())
                .all()
                .collectList()
                .block();

        assertThat(ids(clients.get(0).orders())).containsExactly(1L, 2L, 3L, 4L);
        assertThat(Relations.stateOf(clients.get(1).orders()).isLoaded()).isFalse();
    }

    @Test
    void handlesAreEqualByRelationAndKeyAndShowTheirState() {
        Client one = mapper.get(Client.class, 1L).block();
        Client same = mapper.get(Client.class, 1L).block();
        recorder.clear();

        assertThat(one.orders()).hasToString("Client.orders[NotLoaded]");
        assertThat(recorder.count()).isZero();
        one.orders().blockLast();

        assertThat(one.orders()).hasToString("Client.orders[Loaded]");
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(one.orders())
                .isNotEqualTo(one.latest())
                .isNotEqualTo(mapper.get(Client.class, 2L).block().orders());
    }

    @Test
    void aCopyKeepsItsHandleAndADraftHasNone() {
        Client client = mapper.get(Client.class, 1L).block();
        client.orders().blockLast();

        Client renamed = Client_.copyOf(client).set(Client_.NAME, "renamed").build();

        assertThat(renamed.orders()).isSameAs(client.orders());
        assertThat(Client_.draft("new").build().orders()).isNull();
    }

    private List<Client> clients() {
        return mapper.from(Client.class)
                .orderBy(Client_.ID.asc())
                .all()
                .collectList()
                .block();
    }

    private static List<Long> ids(Flux<Order> orders) {
        return orders.map(Order::id).collectList().block();
    }
}
