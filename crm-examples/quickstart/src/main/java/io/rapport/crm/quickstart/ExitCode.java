package io.rapport.crm.quickstart;

/** What the command tells the shell. The worst that happened wins. */
enum ExitCode {
    ALL_GOOD(0),
    ROWS_REJECTED(1),
    WRONG_USAGE(2),
    FILE_UNREADABLE(3),
    DATABASE_TROUBLE(4),
    REPORT_UNWRITABLE(5),
    /** EX_SOFTWARE of the BSD sysexits. */
    INTERNAL_ERROR(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
