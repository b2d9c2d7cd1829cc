package io.rapport.crm.quickstart;

import io.rapport.crm.quickstart.csv.Column;
import io.rapport.crm.quickstart.csv.CsvLayout;
import io.rapport.crm.quickstart.csv.CsvRows;
import io.rapport.crm.quickstart.csv.CsvSource;
import io.rapport.crm.quickstart.csv.RejectedRow;
import io.rapport.crm.quickstart.input.CustomerRow;
import io.rapport.crm.quickstart.input.InteractionRow;
import io.rapport.crm.quickstart.input.OrderRow;
import io.rapport.crm.quickstart.input.SurveyRow;
import io.rapport.crm.quickstart.input.TicketRow;
import io.rapport.crm.quickstart.relations.Feed;
import io.rapport.crm.quickstart.relations.Relations;
import io.rapport.crm.quickstart.relations.Relations.Taken;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * One of the files of a folder of data: how it is called, read and taken in.
 *
 * @param what what the rows are, for the progress bar
 */
record InputFile<R>(String name, String what, CsvLayout<R> layout, BiFunction<Relations, Feed<R>, Taken> taker) {

    private static final int TEXT_WIDTH = 54;

    /** In the order in which they have to be taken in: what a row refers to comes before it. */
    static final List<InputFile<?>> ALL = List.of(
            new InputFile<>("customers.csv", "customers", CustomerRow.LAYOUT, Relations::takeCustomers),
            new InputFile<>("orders.csv", "orders", OrderRow.LAYOUT, Relations::takeOrders),
            new InputFile<>("interactions.csv", "interactions", InteractionRow.LAYOUT, Relations::takeInteractions),
            new InputFile<>("tickets.csv", "tickets", TicketRow.LAYOUT, Relations::takeTickets),
            new InputFile<>("surveys.csv", "survey answers", SurveyRow.LAYOUT, Relations::takeSurveys));

    Input<R> from(CsvSource source) {
        return new Input<>(what, rejected -> layout.open(source, rejected), taker);
    }

    /** The header of the file and what each column holds, for the help. */
    String describe() {
        StringBuilder text = new StringBuilder("  ").append(name).append("%n");
        for (Column<?> column : layout.columns()) {
            String what = column.type().expects() + (column.required() ? "" : ", optional");
            text.append(String.format("    %-18s", column.name()))
                    .append(wrapped(what))
                    .append("%n");
        }
        return text.toString();
    }

    private static String wrapped(String text) {
        int split = text.length() <= TEXT_WIDTH ? -1 : text.lastIndexOf(' ', TEXT_WIDTH);
        return split < 0 ? text : text.substring(0, split) + "%n" + " ".repeat(24) + text.substring(split + 1);
    }

    /** A file that is ready to be opened and taken in. */
    record Input<R>(String what, Opener<R> opener, BiFunction<Relations, Feed<R>, Taken> taker) {}

    /** Opens a file and tells of the rows that are refused. */
    interface Opener<R> {
        CsvRows<R> open(Consumer<RejectedRow> rejected);
    }
}
