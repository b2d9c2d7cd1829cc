package io.rapport.crm.quickstart.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.rapport.crm.quickstart.csv.CsvSource;
import io.rapport.crm.quickstart.sample.Shopper.Order;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * One month of a fictional shop of 2,000 customers, made from a fixed seed: the same bytes whenever and wherever it is
 * run. The five files it makes are bundled with the quickstart; a test shows that the generator still makes them.
 *
 * <p>What is built into the month, so that the figures computed from it can be judged:
 *
 * <ul>
 *   <li>The shop opened 12 months before. Registrations swell before Christmas; 4 in 10 customers join the loyalty
 *       programme at once. Three in 100 never buy, the others buy within the hour.
 *   <li>55 % of the others and 25 % of the members buy on that one occasion only. The rest stay until they leave for good,
 *       with a chance of 12 % a month (members 6 %), and buy in a month with a chance of 40 % (members 60 %), more in
 *       December. One purchase in 20 is followed by another order on the same day. Half a percent of orders cost nothing.
 *   <li>Members are meant to earn 1 point for each whole euro of an order. With 100 points or more, 3 orders in 10 redeem all
 *       full hundreds. Nobody ever redeems more than was earned before.
 *   <li>An order brings a ticket with a chance of 32 %; 12 tickets in 100 are complaints. The staff answer 72 % within
 *       4 hours, 18 % within 24, the rest within 72, and resolve 9 in 10 of the answered within 4 days; tickets close
 *       3 days after that.
 *   <li>Half of the resolved are rated. With an answer within 4 hours 85 % are satisfied (4 or 5 of 5), within 24 hours
 *       60 %, later 22 %; complaints end a point lower in 4 cases of 10.
 *   <li>Members get two newsletters, wholesale customers a call; who ordered on the 11th to 13th is told of a carrier's
 *       delay; who bought within 60 days is asked on the 24th whether they would recommend the shop, and 45 % answer:
 *       members promote in 55 % and detract in 15 % of cases, others in 33 % and 32 %.
 * </ul>
 *
 * <p>To write the bundled files again after a change, build the quickstart and run, from the root of the project:
 *
 * <pre>{@code
 * java -cp crm-examples/quickstart/target/quickstart.jar io.rapport.crm.quickstart.sample.SampleMonth \
 *     crm-examples/quickstart/src/main/resources/io/rapport/crm/quickstart/sample
 * }</pre>
 */
public final class SampleMonth {

    /** The month that the tickets, interactions and surveys belong to. Orders go back 12 months before it. */
    public static final YearMonth MONTH = YearMonth.of(2026, 10);

    private static final long SEED = 20_261_001;
    private static final int CUSTOMERS = 2_000;
    private static final int MONTHS_BEFORE = 12;
    private static final int[] REGISTRATIONS_BY_MONTH = {14, 18, 26, 12, 12, 13, 14, 15, 13, 11, 10, 14, 13};

    private final SplittableRandom seed = new SplittableRandom(SEED);
    private final Dice dice = new Dice(seed.split());
    private final List<Shopper> shoppers = shoppers();
    private final Happenings happenings = happenings();

    /** One of the bundled files, for example {@code orders.csv}. */
    public static CsvSource bundled(String fileName) {
        return CsvSource.resource(SampleMonth.class, fileName);
    }

    /** Writes the five files into the folder given. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("give the folder into which to write");
        }
        new SampleMonth().writeInto(Path.of(arguments[0]));
    }

    /** Writes {@code customers.csv}, {@code interactions.csv}, {@code tickets.csv}, {@code orders.csv}, {@code surveys.csv}. */
    public void writeInto(Path folder) throws IOException {
        Files.createDirectories(folder);
        write(
                folder.resolve("customers.csv"),
                "customer_id,name,email,phone,country,registered_at,tags,loyalty_member",
                shoppers.stream().map(SampleMonth::customerCells).toList());
        write(
                folder.resolve("interactions.csv"),
                "interaction_id,customer_id,channel,direction,initiative,purpose,started_at,ended_at,outcome",
                happenings.interactions());
        write(
                folder.resolve("tickets.csv"),
                "ticket_id,customer_id,kind,subject,opened_at,first_response_at,resolved_at,closed_at",
                happenings.tickets());
        write(
                folder.resolve("orders.csv"),
                "order_id,customer_id,ordered_at,amount,currency,points_redeemed",
                orderCells());
        write(folder.resolve("surveys.csv"), "response_id,customer_id,kind,score,answered_at", happenings.surveys());
    }

    /** A moment of a day of the month between 8 and 22 o'clock. */
    static Instant daytime(Dice dice, YearMonth month) {
        return month.atDay(dice.between(1, month.lengthOfMonth()))
                .atTime(LocalTime.of(8, 0).plusSeconds(dice.between(0, 14 * 3600 - 1)))
                .toInstant(ZoneOffset.UTC);
    }

    private List<Shopper> shoppers() {
        List<Instant> registrations = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            YearMonth month = MONTH.minusMonths(MONTHS_BEFORE).plusMonths(dice.weighted(REGISTRATIONS_BY_MONTH));
            registrations.add(daytime(dice, month));
        }
        registrations.sort(Comparator.naturalOrder());
        Identities identities = new Identities(new Dice(seed.split()));
        List<Shopper> all = new ArrayList<>();
        for (Instant registeredAt : registrations) {
            all.add(shopper(identities.next(all.size() + 1), registeredAt));
        }
        return List.copyOf(all);
    }

    private Shopper shopper(Shopper.Identity identity, Instant registeredAt) {
        // A stream of its own for each customer: a changed habit of one leaves the others as they were.
        Dice own = new Dice(seed.split());
        boolean member = own.chance(0.4);
        List<String> tags = new ArrayList<>();
        if (own.chance(0.03)) {
            tags.add("wholesale");
        } else if (own.chance(0.05)) {
            tags.add("student");
        }
        if (own.chance(0.1)) {
            tags.add("gifts");
        }
        List<Order> orders = new BuyingHabits(own, MONTH).orders(registeredAt, member);
        return new Shopper(identity, registeredAt, member, tags, orders);
    }

    private Happenings happenings() {
        Instant from = MONTH.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant until = MONTH.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Happenings happened = new Happenings(from, until);
        for (Shopper shopper : shoppers) {
            Dice own = new Dice(seed.split());
            ServiceDesk desk = new ServiceDesk(own, happened);
            for (Order order : shopper.orders()) {
                if (!order.at().isBefore(from)) {
                    desk.after(shopper, order);
                }
            }
            if (own.chance(0.03) && shopper.registeredAt().isBefore(from)) {
                desk.request(shopper, daytime(own, MONTH));
            }
            new Outreach(own, happened, MONTH).reach(shopper);
        }
        return happened;
    }

    private static List<String> customerCells(Shopper shopper) {
        Shopper.Identity who = shopper.identity();
        return List.of(
                who.id(),
                who.name(),
                who.email(),
                who.phone(),
                who.country(),
                shopper.registeredAt().toString(),
                String.join(";", shopper.tags()),
                Boolean.toString(shopper.member()));
    }

    private List<List<String>> orderCells() {
        record Placed(Shopper by, Order order) {}
        List<Placed> placed = new ArrayList<>();
        for (Shopper shopper : shoppers) {
            shopper.orders().forEach(order -> placed.add(new Placed(shopper, order)));
        }
        placed.sort(Comparator.comparing(each -> each.order().at()));
        List<List<String>> cells = new ArrayList<>();
        for (Placed each : placed) {
            cells.add(List.of(
                    String.format(Locale.ROOT, "O%05d", cells.size() + 1),
                    each.by().id(),
                    each.order().at().toString(),
                    BigDecimal.valueOf(each.order().cents(), 2).toPlainString(),
                    "EUR",
                    each.order().points() == 0 ? "" : Long.toString(each.order().points())));
        }
        return cells;
    }

    private static void write(Path file, String header, List<List<String>> rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8)) {
            csv.writeRecord(header.split(","));
            rows.forEach(csv::writeRecord);
        }
    }
}
