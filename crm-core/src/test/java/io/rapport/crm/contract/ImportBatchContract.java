package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.imports.ImportKind;
import io.rapport.crm.imports.ImportOrder;
import io.rapport.crm.imports.ImportProgress;
import io.rapport.crm.imports.ImportReport;
import io.rapport.crm.imports.ImportRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How an import goes on batch by batch, and is finished after it was cut off. */
public abstract class ImportBatchContract extends ImportContract {

    @Test
    void an_import_cut_off_in_the_middle_is_finished_by_running_it_again() {
        crm().importer().customers(rows(customer("ann")));
        Stream<ImportRow<ImportOrder>> cutOff = numbered(25, i -> {
            if (i == 17) {
                throw new IllegalStateException("the disk is gone");
            }
            return importOrder("o" + i, "ann", "EUR 1.00");
        });

        assertThatThrownBy(() -> crm().importer().batchSize(5).orders(cutOff)).hasMessage("the disk is gone");
        assertThat(crm().purchases().count()).isEqualTo(15);

        ImportReport report =
                crm().importer().batchSize(5).orders(numbered(25, i -> importOrder("o" + i, "ann", "EUR 1.00")));
        assertThat(report.unchanged()).isEqualTo(15);
        assertThat(report.stored()).isEqualTo(10);
        assertThat(crm().purchases().count()).isEqualTo(25);
    }

    @Test
    void progress_is_told_after_each_batch_is_committed() {
        crm().importer().customers(rows(customer("ann")));
        List<ImportProgress> told = new ArrayList<>();
        List<Long> committed = new ArrayList<>();

        crm().importer()
                .batchSize(2)
                .listener(progress -> {
                    told.add(progress);
                    committed.add(crm().purchases().count());
                })
                .orders(rows(
                        order("o1", "ann", "EUR 1.00"),
                        order("o2", "ann", "EUR 1.00"),
                        order("o3", "nobody", "EUR 1.00"),
                        order("o4", "ann", "EUR 1.00"),
                        order("o5", "ann", "EUR 1.00")));

        assertThat(told)
                .containsExactly(
                        new ImportProgress(ImportKind.ORDERS, 2, 2, 0, 0),
                        new ImportProgress(ImportKind.ORDERS, 4, 3, 0, 1),
                        new ImportProgress(ImportKind.ORDERS, 5, 4, 0, 1));
        assertThat(committed).containsExactly(2L, 3L, 4L);
    }

    @Test
    void an_empty_import_does_nothing() {
        assertThat(crm().importer().customers(Stream.empty()))
                .isEqualTo(new ImportReport(ImportKind.CUSTOMERS, 0, 0, 0, 0, List.of()));
    }

    @Test
    void a_batch_has_from_1_to_10000_rows() {
        for (int size : new int[] {0, -1, 10_001}) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> crm().importer().batchSize(size))
                    .satisfies(refused -> assertThat(refused.field()).isEqualTo("batchSize"));
        }
        assertThat(crm().importer()
                        .batchSize(10_000)
                        .customers(rows(customer("ann")))
                        .stored())
                .isEqualTo(1);
    }
}
