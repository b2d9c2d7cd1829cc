package io.rapport.crm.jdbc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.jdbc.internal.Turns.Turn;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns();

    @Test
    void who_waits_for_a_moment_in_vain_goes_on_without_a_turn() {
        Turn first = turns.await("row");

        assertThat(first).isNotSameAs(Turn.NONE);
        assertThat(turns.await("row")).isSameAs(Turn.NONE);
    }

    @Test
    void a_turn_that_was_given_back_is_there_for_the_next() {
        turns.await("row").giveBack();

        assertThat(turns.await("row")).isNotSameAs(Turn.NONE);
    }

    @Test
    void who_goes_on_without_a_turn_has_none_to_give_back() {
        turns.await("row");
        turns.await("row").giveBack();

        assertThat(turns.await("row")).isSameAs(Turn.NONE);
    }

    @Test
    void an_interrupted_thread_does_not_wait_and_stays_interrupted() throws Exception {
        turns.await("row");
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> interrupted = pool.submit(() -> {
                Thread.currentThread().interrupt();
                assertThat(turns.await("row")).isSameAs(Turn.NONE);
                return Thread.interrupted();
            });
            assertThat(interrupted.get()).isTrue();
        } finally {
            pool.shutdownNow();
        }
    }
}
