package vaiwg.board.page;

import java.util.Map;
import vaiwg.board.cases.CaseListStanding;

/** The page that says how far a list of cases is. It holds no script, and no case. */
public final class CasesDocument {
    /** Where lists are asked for, and under which each has its page. */
    public static final String PATH = "/cases";
    /** The list, under its page. */
    public static final String FILE = "cases.csv";

    private CasesDocument() {}

    /** @param name under which the list is found */
    public static String page(String name, CaseListStanding standing) {
        return ReportPage.render("cases.jte", Map.of("list", PATH + "/" + name + "/" + FILE, "standing", standing));
    }

    /** What a list is at: "Being made". */
    static String title(CaseListStanding standing) {
        return switch (standing.state()) {
            case WAITING -> "Waits for others";
            case BEING_MADE -> "Being made";
            case READY -> "Ready";
            case FAILED -> "Not made";
        };
    }
}
