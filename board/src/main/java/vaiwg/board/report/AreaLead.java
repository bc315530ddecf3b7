package vaiwg.board.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.report.Matters.OpenMatter;
import vaiwg.kpis.catalogue.Priority;

/** Makes the first sentence of an area's page. */
final class AreaLead {
    private final Material material;
    private final List<OpenMatter> matters;

    AreaLead(Material material, List<OpenMatter> matters) {
        this.material = material;
        this.matters = matters;
    }

    /**
     * @param own the area's open matters, the most urgent first
     * @param restricted whether conduct figures are shown
     */
    Statement of(Priority area, List<OpenMatter> own, List<MeasureEntry> measures, boolean restricted) {
        List<String> after = new ArrayList<>();
        if (area == Priority.CRIMINAL_JUSTICE) {
            after.add(AreaPageMaker.NEVER_THE_VICTIM);
        }
        if (measures.isEmpty() && !restricted) {
            return new Statement(
                    Optional.empty(),
                    "The figures of this area are in the restricted annex only.",
                    "",
                    Optional.empty());
        }
        if (measures.stream().noneMatch(this::isPublished)) {
            return new Statement(
                    Optional.empty(), "No figure of this area was published for this day.", "", Optional.empty());
        }
        if (own.isEmpty()) {
            return restricted ? conduct() : quiet(measures, after);
        }
        Matter first = own.get(0).matter();
        List<String> sentences = new ArrayList<>();
        sentences.add(first.text());
        if (own.size() > 1) {
            sentences.add(ReportWords.capital(ReportWords.counted(own.size() - 1, "more matter", "more matters"))
                    + " of this area " + (own.size() == 2 ? "is" : "are") + " with the signals.");
        }
        sentences.addAll(after);
        return new Statement(
                Optional.of(first.judgement()),
                first.title() + (first.state() == Matter.State.ACT ? ", and the service should find out why." : "."),
                String.join(" ", sentences),
                matters.isEmpty() ? Optional.empty() : Optional.of("signals"));
    }

    /** Also where there is nothing of the kind: a report of conduct has no signals and no revisions. */
    static Statement conduct() {
        return new Statement(
                Optional.empty(), "Conduct figures are not on control charts: they are too few.", "", Optional.empty());
    }

    private Statement quiet(List<MeasureEntry> measures, List<String> after) {
        List<ScoreRow> rows = measures.stream()
                .filter(MeasureEntry::isOnPage1)
                .flatMap(measure -> ThemeTable.reading(material, measure).stream()
                        .map(reading ->
                                new ScoreRows(material).row(measure, reading, measure.slice(), measure.page1Title())))
                .toList();
        boolean limits = rows.stream()
                .anyMatch(row -> row.judgement().verdict() != Verdict.NO_LIMITS
                        && row.judgement().verdict() != Verdict.NOT_CHARTED
                        && row.judgement().verdict() != Verdict.TOO_FEW);
        List<String> sentences = new ArrayList<>();
        rows.stream().findFirst().ifPresent(row -> sentences.add(ValueText.sentence(row)));
        sentences.addAll(after);
        return new Statement(
                Optional.of(Judgement.of(limits ? Verdict.USUAL : Verdict.NO_LIMITS)),
                limits ? "The figures of this area vary as usual." : "The figures of this area have no limits yet.",
                String.join(" ", sentences),
                Optional.empty());
    }

    private boolean isPublished(MeasureEntry measure) {
        return ThemeTable.reading(material, measure)
                .filter(reading -> material.now().has(reading.of(measure.kpi(), "")))
                .isPresent();
    }
}
