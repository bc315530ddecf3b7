package vaiwg.board.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.report.Block.Cell;
import vaiwg.board.report.Block.Line;
import vaiwg.board.report.Block.Part;

/** Policing areas beside one another: each figure in one column, a sign only where an area stands apart. */
final class PlacesPage {
    static final String ID = "places";
    private static final int MOST = 24;

    private PlacesPage() {}

    static Page of(Facts facts) {
        return Page.of(
                ID,
                "Places",
                "▲ and ▼ stand where an area lies above or below what chance explains for one of its size (499 of 500); all else is no ranking.",
                grid(
                        facts,
                        "All crimes of the strategy",
                        "",
                        List.of(
                                "recorded_offences",
                                "victim_attrition",
                                "charge_rate",
                                "open_over_90d",
                                "decision_told",
                                "support_referral_2d",
                                "recorded_within_24h")),
                grid(
                        facts,
                        "Domestic abuse",
                        "domestic_abuse",
                        List.of(
                                "recorded_offences",
                                "victim_attrition",
                                "charge_rate",
                                "repeat_victimisation",
                                "dvpo_within_48h")),
                grid(
                        facts,
                        "Public places",
                        "",
                        List.of(
                                "public_space_offences",
                                "public_space_rate",
                                "prompt_reporting",
                                "hours_to_report_median",
                                "education_offences")),
                facts.table(
                        "Public places and schools, the whole force",
                        "",
                        "public_space_offences",
                        "night_time_share",
                        "suspect_identified_28d",
                        "education_offences"));
    }

    /** Areas by figures, in the order of their names, the force last; none where no area is published. */
    static Block.Grid grid(Facts facts, String title, String theme, List<String> kpis) {
        List<MeasureEntry> measures =
                kpis.stream().flatMap(kpi -> facts.measure(kpi).stream()).toList();
        TreeSet<String> areas = new TreeSet<>();
        for (MeasureEntry measure : measures) {
            facts.reading(measure)
                    .ifPresent(reading -> facts.material().now().slices(measure.kpi(), reading).stream()
                            .flatMap(slice -> Slices.part(slice, "lpa").stream())
                            .forEach(areas::add));
        }
        List<Line> lines = new ArrayList<>();
        areas.stream()
                .limit(MOST)
                .forEach(lpa -> lines.add(new Line(
                        Slices.areaTitle(lpa),
                        measures.stream()
                                .map(measure -> cell(facts, measure, Slices.both(Slices.ofTheme(theme), "lpa=" + lpa)))
                                .toList(),
                        false)));
        if (!lines.isEmpty()) {
            lines.add(new Line(
                    "The force",
                    measures.stream()
                            .map(measure -> cell(facts, measure, Slices.ofTheme(theme)))
                            .toList(),
                    true));
        }
        String note = areas.size() > MOST ? "The workbook has all " + areas.size() + " areas." : "";
        return new Block.Grid(
                title,
                note,
                "Area",
                measures.stream().map(MeasureEntry::shortTitle).toList(),
                lines);
    }

    private static Cell cell(Facts facts, MeasureEntry measure, String slice) {
        return facts.figure(measure.kpi(), slice)
                .filter(figure -> figure.state() != Figure.State.NOT_KEPT)
                .map(figure -> new Cell(
                        Optional.of(figure),
                        measure.shownAsCount() ? Part.COUNT : Part.VALUE,
                        "",
                        apart(facts, figure)))
                .orElse(Cell.of("–"));
    }

    private static int apart(Facts facts, Figure figure) {
        return figure.isShown() ? facts.material().apart().getOrDefault(figure.key(), 0) : 0;
    }
}
