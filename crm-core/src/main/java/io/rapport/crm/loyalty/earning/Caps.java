package io.rapport.crm.loyalty.earning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gains, and what caps leave of them. Used once. */
final class Caps {

    private final List<EarningCap> caps;
    private final List<RuleGain> gains;
    private final List<CapCut> cuts = new ArrayList<>();

    Caps(List<EarningCap> caps, List<RuleGain> gains) {
        this.caps = caps;
        this.gains = new ArrayList<>(gains);
    }

    List<RuleGain> gains() {
        return List.copyOf(gains);
    }

    List<CapCut> cuts() {
        return List.copyOf(cuts);
    }

    /** Throws ArithmeticException on overflow. */
    long points() {
        return gains.stream().mapToLong(RuleGain::points).reduce(0, Math::addExact);
    }

    /** Takes everything from the rules of a cap that would be exceeded, and tells which caps those are. */
    List<EarningCap> refuse(EarningContext context) {
        List<EarningCap> refusing = new ArrayList<>();
        for (EarningCap cap : caps) {
            boolean trims = cap.kind() == EarningCap.Kind.TRIM;
            if (!trims && cap.use(gains) > Math.max(0, cap.limit() - context.used(cap))) {
                refusing.add(cap);
                gains.stream()
                        .filter(gain -> cap.counts(gain.rule()))
                        .forEach(gain -> cuts.add(new CapCut(cap.name(), gain.rule(), gain.points())));
                gains.removeIf(gain -> cap.counts(gain.rule()));
            }
        }
        return refusing;
    }

    /** Leaves as much as there is room, what was given first first. */
    void trim(Map<String, Long> room) {
        Map<String, Long> left = new HashMap<>(room);
        List<RuleGain> before = List.copyOf(gains);
        gains.clear();
        for (RuleGain gain : before) {
            List<EarningCap> counting = caps.stream()
                    .filter(cap -> left.containsKey(cap.name()) && cap.counts(gain.rule()))
                    .toList();
            long given = gain.points();
            for (EarningCap cap : counting) {
                long most = left.getOrDefault(cap.name(), 0L);
                if (given > most) {
                    cuts.add(new CapCut(cap.name(), gain.rule(), given - most));
                    given = most;
                }
            }
            long kept = given;
            counting.forEach(cap -> left.merge(cap.name(), -kept, Long::sum));
            if (kept > 0) {
                gains.add(new RuleGain(gain.rule(), gain.line(), kept));
            }
        }
    }
}
