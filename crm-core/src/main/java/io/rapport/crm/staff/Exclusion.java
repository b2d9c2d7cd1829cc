package io.rapport.crm.staff;

/** Why somebody does not get a piece of work. */
public sealed interface Exclusion {

    /** Why, in short English. */
    String explanation();

    /** They do not work here any more. */
    record NotEmployed() implements Exclusion {

        @Override
        public String explanation() {
            return "has left";
        }
    }

    /** They must not handle it: a complaint is never handled by the agent complained about. */
    record NotIndependent() implements Exclusion {

        @Override
        public String explanation() {
            return "must not handle this one";
        }
    }

    /** They are not on shift. */
    record OffShift() implements Exclusion {

        @Override
        public String explanation() {
            return "is off shift";
        }
    }

    /** They have as many open tickets as they can have, or more. */
    record AtCapacity(int openTickets, int capacity) implements Exclusion {

        @Override
        public String explanation() {
            return "has " + openTickets + " of at most " + capacity + " open tickets";
        }
    }

    /** They do not hold a certification. */
    record NotCertified(CertificationCheck check) implements Exclusion {

        @Override
        public String explanation() {
            return check.explanation();
        }
    }

    /**
     * They do not have a skill at the level that is asked for, after relaxation.
     *
     * @param found their level; 0 if they do not have the skill
     */
    record SkillTooLow(SkillLevel required, int found) implements Exclusion {

        @Override
        public String explanation() {
            return required.skill().name() + " is " + (found == 0 ? "missing" : "at level " + found) + ", level "
                    + required.level() + " is asked for";
        }
    }
}
