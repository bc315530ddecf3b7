package vaiwg.kpis.catalogue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.Commitment.Register;
import vaiwg.kpis.catalogue.Commitment.Seen;
import vaiwg.kpis.reference.CheckedRow;
import vaiwg.kpis.reference.SiteFile;
import vaiwg.kpis.reference.Sites;

/** Interventions of a force: what was done, in which area or in all, from which day on, and which figures it was to move. */
public final class Interventions {
    /** What all of them are of. */
    static final String SET = "What was done";

    private Interventions() {}

    /** @throws IllegalStateException in one sentence, where a row does not say all that it must */
    static Commitment of(Map<String, String> row) {
        for (String column : List.of("id", "text", "day", "measures", "source")) {
            new CheckedRow("interventions", row)
                    .require(!row.get(column).isEmpty(), "has nothing in the column " + column);
        }
        return new Commitment(
                Register.INTERVENTION,
                row.get("id"),
                1,
                SET,
                row.get("text"),
                row.get("lpa"),
                row.get("owner"),
                Optional.of(LocalDate.parse(row.get("day"))),
                "",
                Commitments.seen(row.get("measures")),
                "",
                row.get("source"),
                row.get(Sites.FORCE));
    }

    /**
     * Rejects those of which no estimate can be made: of an unknown area, or of a figure that has no chart of 28-day periods there.
     *
     * @param commitments of all registers; an id names one of a force's
     * @throws IllegalStateException in one sentence
     */
    public static void requireFit(List<Commitment> commitments, Sites sites, Catalogue catalogue) {
        Set<List<String>> areas = sites.file(SiteFile.AREAS).rows().stream()
                .map(row -> List.of(row.get(Sites.FORCE), row.get("lpa")))
                .collect(Collectors.toSet());
        Set<Seen> charted = ChartPlan.of(catalogue).charts().stream()
                .filter(chart -> !chart.isMonthly()
                        && !chart.isStock()
                        && !chart.measure().isRestricted())
                .map(chart -> new Seen(chart.measure().slug(), chart.slice()))
                .collect(Collectors.toSet());
        Set<List<String>> ids = new HashSet<>();
        for (Commitment entry : commitments) {
            boolean first = ids.add(List.of(entry.force(), entry.id()));
            if (entry.register() != Register.INTERVENTION) {
                continue;
            }
            require(first, entry, "has the name of another entry of its force");
            require(
                    entry.addressed().isEmpty() || areas.contains(List.of(entry.force(), entry.addressed())),
                    entry,
                    "is of the area " + entry.addressed() + ", which areas.csv does not have");
            for (Seen seen : entry.measures()) {
                Seen done = new Seen(seen.measure(), entry.whereDone(seen));
                require(
                        charted.contains(done),
                        entry,
                        "names " + done.text() + ", of which there is no chart of 28-day periods");
            }
        }
    }

    private static void require(boolean holds, Commitment entry, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("The intervention " + entry.id() + " " + otherwise);
        }
    }
}
