package io.rapport.crm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.jdbc.Turns.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {

    private final Turns turns = new Turns(Duration.ofMillis(1));

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
    void who_wants_another_row_does_not_wait() {
        turns.await("row");

        assertThat(turns.await("other")).isNotSameAs(Turn.NONE);
    }

    @Test
    void a_row_that_nobody_wants_is_forgotten() {
        Turn first = turns.await("row");
        turns.await("row").giveBack();
        assertThat(turns.rows()).isEqualTo(1);

        first.giveBack();

        assertThat(turns.rows()).isZero();
    }

    @Test
    void those_who_wait_have_their_turns_in_the_order_in_which_they_came() throws Exception {
        Turns patient = new Turns(Duration.ofMinutes(1));
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        Turn first = patient.await("row");
        for (int number = 0; number < 5; number++) {
            int own = number;
            Thread thread = new Thread(() -> {
                Turn turn = patient.await("row");
                order.add(own);
                turn.giveBack();
            });
            threads.add(thread);
            thread.start();
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }

        first.giveBack();

        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(order).containsExactly(0, 1, 2, 3, 4);
        assertThat(patient.rows()).isZero();
    }

    @RepeatedTest(20)
    void nobody_overtakes_those_who_wait() throws Exception {
        Turns patient = new Turns(Duration.ofMinutes(1));
        AtomicBoolean had = new AtomicBoolean();
        Turn first = patient.await("row");
        Thread waiting = new Thread(() -> {
            Turn turn = patient.await("row");
            had.set(true);
            turn.giveBack();
        });
        waiting.start();
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        first.giveBack();
        patient.await("row").giveBack();

        assertThat(had).isTrue();
        waiting.join();
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
