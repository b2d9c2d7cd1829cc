package io.rapport.crm.contract;

import io.rapport.crm.store.CrmStore;
import org.junit.jupiter.api.Nested;

/**
 * Every contract, for one store. The suite of an adapter extends this class, and so has the contracts of later rooms as
 * soon as it takes a later version.
 */
public abstract class AllContracts {

    /** The store under test; each test works for a tenant of its own. */
    protected abstract CrmStore store();

    @Nested
    class Store extends CrmStoreContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfCoupons extends CouponContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfCustomers extends CustomerRepositoryContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfDefinitions extends DefinitionContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfEscalationLevels extends EscalationLevelContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfEscalationActions extends EscalationActionContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfEscalationTicks extends EscalationTickContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfFollowUpSchedules extends FollowUpScheduleContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfFollowUpWork extends FollowUpWorkContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfSurveyRequests extends SurveyRequestContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfHouseholdMembers extends HouseholdMembersContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfHouseholdPoints extends HouseholdPointsContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfImportedRows extends ImportedRowContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfImportRejections extends ImportRejectionContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfImportBatches extends ImportBatchContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfInteractions extends InteractionRepositoryContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfLoyaltyCommands extends LoyaltyCommandContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfLoyaltyAccounts extends LoyaltyRepositoryContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfLoyaltyEarnings extends LoyaltyEarningContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfLoyaltyLedgers extends LoyaltyLedgerContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfLoyaltyDueDates extends LoyaltyDueContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfLoyaltyRestores extends LoyaltyRestoreContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfLoyaltyRaces extends LoyaltyRaceContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfPlaybooks extends PlaybookRepositoryContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfPurchases extends PurchaseRepositoryContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfReferrals extends ReferralContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfRefunds extends RefundContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfRetention extends RetentionContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfRewards extends RewardContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfRewardRaces extends RewardRaceContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfReturns extends ReturnRepositoryContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfStaff extends StaffRepositoryContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfServiceLevels extends ServiceLevelContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfSurveyResponses extends SurveyResponseRepositoryContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfTicketHandling extends TicketHandlingContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfTicketTicks extends TicketTickContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfTicketClosures extends TicketClosureContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfTicketMerges extends TicketMergeContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfAppliedPlaybooks extends AppliedPlaybookContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfPlaybookSteps extends PlaybookStepContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfPlaybookOutcomes extends PlaybookOutcomeContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfTicketReports extends TicketReportContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfTicketRouting extends TicketRoutingContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }

    @Nested
    class OfTickets extends TicketRepositoryContract {
        @Override
        protected CrmStore store() {
            return AllContracts.this.store();
        }
    }
}
