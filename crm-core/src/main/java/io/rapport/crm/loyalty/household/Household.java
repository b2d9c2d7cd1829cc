package io.rapport.crm.loyalty.household;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.event.Aggregate;
import io.rapport.crm.event.History;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.LedgerEntry;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.ProgramId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Customers who share the points of one account, the pool. Immutable; every verb returns the next state or throws.
 *
 * @param pool the account that they share
 * @param members in the order in which they joined; exactly one is the head. Those of the end, if it is dissolved
 * @param version how many events made this state
 * @param changes the events since it was loaded
 */
public record Household(
        HouseholdId id,
        ProgramId program,
        LoyaltyAccountId pool,
        HouseholdTerms terms,
        HouseholdStatus status,
        List<HouseholdMember> members,
        Instant formedAt,
        long version,
        List<HouseholdEvent> changes)
        implements Aggregate<HouseholdId, HouseholdEvent> {

    private static final String MEMBER = "member:";
    private static final Pattern NAMED =
            Pattern.compile(MEMBER + "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?: .*)?", Pattern.DOTALL);

    /** How long a cause may be of what a member does with the pool; the rest of an entry's cause names the member. */
    static final int MAX_CAUSE = 190 - MEMBER.length() - 36 - 1;

    public Household {
        members = ImmutableList.copyOf(members);
        changes = ImmutableList.copyOf(changes);
    }

    static Household form(HouseholdId id, ProgramId program, FormHousehold command, long points, Instant now) {
        HouseholdEvent.Formed formed = new HouseholdEvent.Formed(
                id, program, command.pool(), command.head(), command.terms(), points, command.actor(), now);
        HouseholdDraft draft = new HouseholdDraft(started(formed));
        draft.changes = List.of(formed);
        return draft.build();
    }

    /** The state that a history leads to, without unsaved changes. */
    public static Household fold(List<HouseholdEvent> history) {
        return History.fold(history, HouseholdEvent.Formed.class, Household::started, Household::evolve);
    }

    /** Which member an entry of a pool is about; empty if it names none, such as what expired by itself. */
    public static Optional<LoyaltyAccountId> memberOf(LedgerEntry entry) {
        return entry.cause()
                .map(NAMED::matcher)
                .filter(Matcher::matches)
                .map(named -> new LoyaltyAccountId(UUID.fromString(named.group(1))));
    }

    /** The cause of an entry that a member made, with what it is for. */
    static String cause(LoyaltyAccountId member, Optional<String> reference) {
        return MEMBER + member.value() + reference.map(text -> " " + text).orElse("");
    }

    /** The member who has an account; empty if it is nobody's here. */
    public Optional<HouseholdMember> member(LoyaltyAccountId account) {
        return members.stream().filter(one -> one.account().equals(account)).findFirst();
    }

    /** The one who is responsible. */
    public HouseholdMember head() {
        return members.stream()
                .filter(one -> one.role() == HouseholdRole.HEAD)
                .findFirst()
                .orElseThrow();
    }

    void requireMember(LoyaltyAccountId account) {
        require("be used");
        refuseUnless(member(account).isPresent(), account, HouseholdRefusal.NOT_A_MEMBER);
    }

    void requireRedeemer(LoyaltyAccountId account) {
        requireMember(account);
        boolean may = terms.membersRedeem() || head().account().equals(account);
        refuseUnless(may, account, HouseholdRefusal.MAY_NOT_REDEEM);
    }

    void requireRoomFor(LoyaltyAccountId account) {
        require("be joined");
        refuseUnless(member(account).isEmpty(), account, HouseholdRefusal.ALREADY_MEMBER);
        refuseUnless(members.size() < terms.memberLimit(), account, HouseholdRefusal.FULL);
    }

    Household join(LoyaltyAccountId account, long points, Actor actor, Instant now) {
        requireRoomFor(account);
        return after(new HouseholdEvent.Joined(account, points, actor, now));
    }

    Household leave(LoyaltyAccountId account, Actor actor, Instant now) {
        requireMember(account);
        refuseUnless(!head().account().equals(account), account, HouseholdRefusal.IS_THE_HEAD);
        return after(new HouseholdEvent.Left(account, actor, now));
    }

    /** Nothing if the member is the head already. */
    Household handOver(LoyaltyAccountId account, Actor actor, Instant now) {
        requireMember(account);
        return head().account().equals(account) ? this : after(new HouseholdEvent.HandedOver(account, actor, now));
    }

    void requireHead(LoyaltyAccountId account) {
        requireMember(account);
        refuseUnless(head().account().equals(account), account, HouseholdRefusal.NOT_THE_HEAD);
    }

    Household dissolve(long points, Actor actor, Instant now) {
        require("be dissolved");
        return after(new HouseholdEvent.Dissolved(points, actor, now));
    }

    /** The key of a transfer that the next step of this household makes. */
    CommandKey transferKey() {
        return CommandKey.of("household:" + id.value() + ":" + version);
    }

    /** This state without unsaved changes, as it is after a save. */
    public Household saved() {
        HouseholdDraft next = new HouseholdDraft(this);
        next.changes = List.of();
        return next.build();
    }

    /** The state that one more event makes; the event is not an unsaved change. */
    public Household evolve(HouseholdEvent event) {
        HouseholdDraft next = new HouseholdDraft(this);
        next.version++;
        next.apply(event);
        return next.build();
    }

    private static Household started(HouseholdEvent.Formed event) {
        return new Household(
                event.household(),
                event.program(),
                event.pool(),
                event.terms(),
                HouseholdStatus.FORMED,
                List.of(new HouseholdMember(event.head(), HouseholdRole.HEAD, event.at())),
                event.at(),
                1,
                List.of());
    }

    private Household after(HouseholdEvent event) {
        HouseholdDraft next = new HouseholdDraft(evolve(event));
        next.changes = History.plus(changes, event);
        return next.build();
    }

    private void require(String verb) {
        if (status == HouseholdStatus.DISSOLVED) {
            throw new IllegalTransitionException(id, status, verb, "form a new one");
        }
    }

    static void refuseUnless(boolean allowed, LoyaltyAccountId account, HouseholdRefusal reason) {
        if (!allowed) {
            throw new HouseholdRefusedException(account, reason);
        }
    }
}
