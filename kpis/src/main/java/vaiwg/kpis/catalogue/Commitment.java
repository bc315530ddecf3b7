package vaiwg.kpis.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vaiwg.kpis.reference.SiteFile;
import vaiwg.schemas.Slugged;

/**
 * What a force was asked for, planned, was given or did.
 *
 * @param number how many posts; of recommendations and steps for how many the entry stands, 1 but where only their number is known
 * @param set by whom recommendations were made, or what its steps or posts are of
 * @param text in short, as its source has it
 * @param addressed to whom, or where; empty where the source does not say; of an intervention the slug of its area, empty where it is the whole force
 * @param owner the post that the source names; empty where it names none
 * @param day the day from which it is drawn in charts; empty where the source names none
 * @param when in the source's words, or empty
 * @param measures by which it is seen where it stands; of a promise that is seen by leads' reports {@link #LEADS_REPORTS} alone
 * @param note why no measure shows it; empty where one does
 * @param section of the paper; of an intervention its source
 * @param force that was asked, or that plans
 */
public record Commitment(
        Register register,
        String id,
        int number,
        String set,
        String text,
        String addressed,
        String owner,
        Optional<LocalDate> day,
        String when,
        List<Seen> measures,
        String note,
        String section,
        String force) {
    /** How many leads reported to the newest meeting of the board, which no measure counts. */
    public static final Seen LEADS_REPORTS = new Seen("leads-reports", "");

    public enum Register implements Slugged {
        RECOMMENDATION(SiteFile.RECOMMENDATIONS),
        STEP(SiteFile.DELIVERY_PLAN),
        POST(SiteFile.UPLIFT_POSTS),
        INTERVENTION(SiteFile.INTERVENTIONS);

        private final SiteFile file;

        Register(SiteFile file) {
            this.file = file;
        }

        SiteFile file() {
            return file;
        }

        /** Whether its entries are kept or not, and their owners say so. */
        public boolean isPromised() {
            return this == RECOMMENDATION || this == STEP;
        }
    }

    /** Whether it is promised, and kept where leads report to the board. */
    public boolean isSeenByReports() {
        return register.isPromised() && measures.equals(List.of(LEADS_REPORTS));
    }

    /** The slice of a figure where an intervention was done: in its area. */
    public String whereDone(Seen seen) {
        Map<String, String> dimensions = Slice.dimensions(seen.slice());
        if (!addressed.isEmpty()) {
            dimensions.put("lpa", addressed);
        }
        return Slice.of(dimensions);
    }

    /** A measure in a slice, as in the tables; the empty slice is the total. */
    public record Seen(String measure, String slice) {
        /** Of {@code slug} or {@code slug:slice}. */
        public static Seen of(String text) {
            int colon = text.indexOf(':');
            return colon < 0 ? new Seen(text, "") : new Seen(text.substring(0, colon), text.substring(colon + 1));
        }

        /** The reverse of {@link #of}. */
        public String text() {
            return slice.isEmpty() ? measure : measure + ":" + slice;
        }
    }
}
