package io.rapport.crm.retention.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RadixSortTest {

    @Property(tries = 200)
    void numbers_come_out_in_unsigned_order_and_keep_their_companions(@ForAll List<Long> numbers) {
        RadixSort sort = new RadixSort(true).of(numbers.size());
        for (int i = 0; i < numbers.size(); i++) {
            sort.keys()[i] = numbers.get(i);
            sort.companions()[i] = ~numbers.get(i);
        }

        sort.byBits(0, Long.SIZE);

        long[] expected = numbers.stream()
                .sorted(Long::compareUnsigned)
                .mapToLong(Long::longValue)
                .toArray();
        assertThat(Arrays.copyOf(sort.keys(), expected.length)).isEqualTo(expected);
        assertThat(Arrays.copyOf(sort.companions(), expected.length))
                .isEqualTo(Arrays.stream(expected).map(key -> ~key).toArray());
    }

    @Test
    void numbers_that_are_equal_in_the_bits_keep_their_order_and_memory_is_used_again() {
        RadixSort sort = new RadixSort(false);
        SplittableRandom random = new SplittableRandom(1);
        for (int size : new int[] {1_000, 10, 3_000, 0}) {
            Long[] expected = random.longs(size).boxed().toArray(Long[]::new);
            sort.of(size);
            for (int i = 0; i < size; i++) {
                sort.keys()[i] = expected[i];
            }

            sort.byBits(5, 25);

            Arrays.sort(expected, (one, other) -> Long.compare((one >>> 5) & 0xFFFFF, (other >>> 5) & 0xFFFFF));
            assertThat(Arrays.copyOf(sort.keys(), size))
                    .isEqualTo(
                            Arrays.stream(expected).mapToLong(Long::longValue).toArray());
        }
    }

    @Test
    void bits_are_what_a_number_takes() {
        assertThat(RadixSort.bits(0)).isZero();
        assertThat(RadixSort.bits(1)).isEqualTo(1);
        assertThat(RadixSort.bits(255)).isEqualTo(8);
        assertThat(RadixSort.bits(256)).isEqualTo(9);
        assertThat(RadixSort.bits(-1)).isEqualTo(64);
    }
}
