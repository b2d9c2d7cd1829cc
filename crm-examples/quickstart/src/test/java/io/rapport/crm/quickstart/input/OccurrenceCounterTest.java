package io.rapport.crm.quickstart.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class OccurrenceCounterTest {

    @Property(tries = 100)
    void it_counts_as_a_map_would(@ForAll @Size(max = 5_000) List<@LongRange(min = -900, max = 900) Long> hashes) {
        OccurrenceCounter counter = new OccurrenceCounter();
        Map<Long, Integer> map = new HashMap<>();
        for (long hash : hashes) {
            assertThat(counter.count(hash)).isEqualTo(map.merge(hash, 1, Integer::sum));
        }
    }

    @Property(tries = 100)
    void hashes_that_share_their_low_bits_are_kept_apart(
            @ForAll @Size(max = 2_000) List<@LongRange(min = 0, max = 1_500) Long> values) {
        OccurrenceCounter counter = new OccurrenceCounter();
        Map<Long, Integer> map = new HashMap<>();
        for (long value : values) {
            long hash = value << 40;
            assertThat(counter.count(hash)).isEqualTo(map.merge(hash, 1, Integer::sum));
        }
    }
}
