package io.rapport.crm.loyalty;

import io.rapport.crm.loyalty.earning.EarningRules;
import io.rapport.crm.loyalty.earning.PointsRule;
import io.rapport.crm.loyalty.tier.Downgrade;
import io.rapport.crm.loyalty.tier.Tier;
import io.rapport.crm.loyalty.tier.TierBasis;
import io.rapport.crm.loyalty.tier.TierPlan;
import io.rapport.crm.loyalty.tier.TierWindow;
import java.math.BigDecimal;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;

/** The rules of a program, as settings such as {@code clawback=debt:1000} and {@code expiry=sliding:P6M:EARN+SPEND}. */
final class ProgramText {

    private final Map<String, String> settings;

    private ProgramText(List<String> settings) {
        this.settings = settings.stream()
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(sides -> sides[0], sides -> sides[1]));
    }

    static Program read(ProgramId id, List<String> settings) {
        return new ProgramText(settings).program(id);
    }

    private Program program(ProgramId id) {
        Program.Builder program = Program.builder(id, ZoneId.of(settings.getOrDefault("zone", "UTC")));
        settings.keySet().forEach(setting -> {
            String value = settings.get(setting);
            switch (setting) {
                case "expiry" -> program.expiry(expiry(value));
                case "clawback" -> program.clawback(clawback(value));
                case "restore" -> program.restore(restore(value));
                case "redeem-at" -> program.redeemAt(Long.parseLong(value));
                case "reinstatement" -> program.reinstatement(Integer.parseInt(value));
                case "activation" -> program.activation(Period.parse(value));
                case "cost" -> program.costPerPoint(new BigDecimal(value));
                case "breakage" -> program.breakage(new BigDecimal(value));
                case "earning" -> program.earning(earning(value));
                case "tiers" -> program.tiers(tiers(value));
                case "transferable" -> program.notTransferable();
                case "zone", "basis", "window", "downgrade" -> {}
                default -> throw new IllegalArgumentException(setting);
            }
        });
        return program.build();
    }

    static ExpiryPolicy expiry(String text) {
        String[] words = text.split(":");
        return switch (words[0]) {
            case "after" ->
                new ExpiryPolicy(
                        ExpiryPolicy.Kind.AFTER, Period.parse(words[1]), Optional.empty(), Optional.empty(), Set.of());
            case "end-of" -> ExpiryPolicy.endOf(PeriodEnd.valueOf(words[1]), Period.parse(words[2]));
            case "every" -> ExpiryPolicy.every(MonthDay.parse("--" + words[1]));
            case "sliding" ->
                ExpiryPolicy.sliding(
                        Period.parse(words[1]),
                        Stream.of(words[2].split("\\+"))
                                .map(ActivityKind::valueOf)
                                .collect(Collectors.toSet()));
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static ClawbackPolicy clawback(String text) {
        return switch (text) {
            case "write-off" -> ClawbackPolicy.writeOff();
            case "reject" -> ClawbackPolicy.reject();
            default -> ClawbackPolicy.debt(Long.parseLong(text.substring("debt:".length())));
        };
    }

    private static RestorePolicy restore(String text) {
        return switch (text) {
            case "forfeit" -> RestorePolicy.forfeit();
            case "new-lot" -> RestorePolicy.newLot();
            default -> RestorePolicy.grace(Integer.parseInt(text.substring("grace:".length())));
        };
    }

    /** Points for so many euros: {@code 1/10.00}. */
    private static EarningRules earning(String text) {
        String[] sides = text.split("/");
        return EarningRules.builder()
                .rules(PointsRule.perAmount("base", new BigDecimal(sides[0]), Money.parse("EUR " + sides[1])))
                .build();
    }

    /** Names and thresholds: {@code silver:100,gold:200}. */
    private TierPlan tiers(String text) {
        return TierPlan.builder(window(settings.get("window")))
                .basis(TierBasis.valueOf(settings.getOrDefault("basis", "QUALIFYING")))
                .downgrade(Downgrade.valueOf(settings.getOrDefault("downgrade", "FULL")))
                .tiers(Stream.of(text.split(","))
                        .map(tier -> tier.split(":"))
                        .map(tier -> Tier.of(tier[0], Long.parseLong(tier[1])))
                        .toArray(Tier[]::new))
                .build();
    }

    private static TierWindow window(String text) {
        String[] words = text.split(":");
        return switch (words[0]) {
            case "lifetime" -> TierWindow.lifetime();
            case "calendar-year" -> TierWindow.calendarYear();
            case "rolling" -> TierWindow.rolling(Period.parse(words[1]));
            case "anniversary" -> TierWindow.anniversary(Period.parse(words[1]));
            default -> throw new IllegalArgumentException(text);
        };
    }
}
