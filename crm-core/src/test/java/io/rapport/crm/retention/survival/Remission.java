package io.rapport.crm.retention.survival;

/** Weeks of remission in leukaemia (R. G. Miller, Survival Analysis, 1981, page 49), as in R's {@code aml}. */
final class Remission {

    private Remission() {}

    static SurvivalTable maintained() {
        return table("9 13 13+ 18 23 28+ 31 34 45+ 48 161+");
    }

    static SurvivalTable notMaintained() {
        return table("5 5 8 8 12 16+ 23 27 30 33 43 45");
    }

    /** Times, with a plus behind those that are censored. */
    static SurvivalTable table(String times) {
        SurvivalTable table = new SurvivalTable();
        for (String time : times.split(" ")) {
            table.add(Double.parseDouble(time.replace("+", "")), !time.endsWith("+"));
        }
        return table;
    }
}
