package dev.kindred.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.error.ConnectionException;
import dev.kindred.error.ConnectionException.Effect;
import dev.kindred.error.MapperException;
import dev.kindred.error.StatementTimeoutException;
import dev.kindred.error.TransactionOutcomeUnknownException;
import dev.kindred.it.chaos.Claim.Rows;
import dev.kindred.it.chaos.Errors.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class LedgerTests {

    private final Errors errors = new Errors();
    private final Ledger ledger = new Ledger(errors, begun -> {});

    @Test
    void recordsWhatACallWasTold() {
        assertThat(outcome(Mono.just(1), Scope.MAPPER)).isEqualTo(Outcome.ACKNOWLEDGED);
        assertThat(outcome(Mono.empty(), Scope.MAPPER)).isEqualTo(Outcome.ACKNOWLEDGED);
        assertThat(outcome(Mono.error(new ConnectionException("x", Effect.NONE, null)), Scope.MAPPER))
                .isEqualTo(Outcome.REFUSED);
        assertThat(outcome(Mono.error(new ConnectionException("x", Effect.UNKNOWN, null)), Scope.MAPPER))
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(outcome(Mono.error(new TransactionOutcomeUnknownException("x", null)), Scope.TRANSACTION))
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(outcome(Mono.error(new StatementTimeoutException("x")), Scope.MAPPER))
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(outcome(Mono.error(new StatementTimeoutException("x")), Scope.TRANSACTION))
                .isEqualTo(Outcome.REFUSED);
        assertThat(outcome(Mono.error(new MapperException("x", null)), Scope.MAPPER))
                .isEqualTo(Outcome.REFUSED);
        assertThat(errors.undocumented()).isEmpty();
    }

    @Test
    void aCancelledCallHasAnUnknownOutcome() {
        Disposable call = recorded(Mono.never(), Scope.MAPPER).subscribe();
        call.dispose();
        assertThat(ledger.calls()).extracting(Call::outcome).containsExactly(Outcome.UNKNOWN);
    }

    @Test
    void anErrorWithoutATypeIsCounted() {
        outcome(Mono.error(new IllegalStateException("x")), Scope.MAPPER);
        assertThat(errors.undocumented()).hasSize(1);
    }

    @Test
    void aCallThatDoesNotEndIsStuckOnce() {
        Disposable call = ledger.watched(1, "call", Mono.never()).subscribe();
        ledger.findStuck(-1);
        ledger.findStuck(-1);
        assertThat(ledger.stuck()).isEqualTo(1);
        assertThat(ledger.pending()).hasSize(1);
        call.dispose();
        assertThat(ledger.pending()).isEmpty();
    }

    private Outcome outcome(Mono<?> work, Scope scope) {
        recorded(work, scope).onErrorComplete().block();
        List<Call> calls = ledger.calls();
        return calls.get(calls.size() - 1).outcome();
    }

    private <T> Mono<T> recorded(Mono<T> work, Scope scope) {
        return ledger.recorded(1, "call", scope, List.of(new Rows(1)), work);
    }
}
