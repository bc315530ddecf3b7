package vaiwg.board.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;
import vaiwg.board.report.Matters.OpenMatter;
import vaiwg.kpis.catalogue.Priority;

/** Makes an area's page. */
final class AreaPageMaker {
    static final String NEVER_THE_VICTIM = "Attrition measures the service that victims were given, never the victim.";
    private static final String OVERLAP = "‡";
    private static final String OVERLAPS = OVERLAP
            + " A mark that any crime may bear: the row overlaps the others, so rows do not add up to the total.";

    private final Material material;
    private final List<OpenMatter> matters;
    private final boolean restricted;
    private final ChartChoice choice;

    /** @param restricted whether the page is of the restricted annex, which alone holds restricted measures */
    AreaPageMaker(Material material, List<OpenMatter> matters, boolean restricted) {
        this.material = material;
        this.matters = matters;
        this.restricted = restricted;
        this.choice = new ChartChoice(material.charts(), material.asAt());
    }

    AreaPage make(Priority area) {
        List<MeasureEntry> measures = material.dictionary().ofArea(area.slug()).stream()
                .filter(this::isOnPage)
                .toList();
        List<OpenMatter> own = matters.stream()
                .filter(matter -> matter.measure().area().equals(area.slug()))
                .toList();
        Marks marks = new Marks();
        ChartMaker charts = new ChartMaker(material, marks);
        Optional<MainChart> main = mainChart(measures);
        List<String> themes = main.map(chart -> chart.themes()).orElse(List.of());
        boolean justice = area == Priority.CRIMINAL_JUSTICE;
        Optional<NumberTable> table = main.filter(chart -> themes.size() > 1)
                .map(chart -> new ThemeTable(material)
                        .of(
                                chart.measure(),
                                chart.reading(),
                                themes,
                                OVERLAP,
                                justice ? Compositions.substitution(material, Slices.theme(chart.slice())) : ""));
        List<String> notes = new ArrayList<>();
        List<BlockChart> multiples = main.map(chart -> multiples(charts, chart)).orElse(List.of());
        Optional<BlockChart> mainChart = main.map(chart -> charts.chart(chart.measure(), chart.periods()));
        notes.addAll(marks.notes());
        if (table.isPresent() && themes.contains(Slices.ofTheme(Slices.DOMESTIC_ABUSE))) {
            notes.add(OVERLAPS);
        }
        if (justice && !Compositions.lacking(material).isEmpty()) {
            notes.add("Attrition is to be read beside the other endings of cases, which this snapshot lacks: "
                    + String.join(", ", Compositions.lacking(material)) + ".");
        }
        main.map(chart -> chart.measure().caution())
                .filter(caution -> !caution.isEmpty())
                .ifPresent(caution -> notes.add(main.get().measure().shortTitle() + ": " + Words.lower(caution)
                        + (caution.endsWith(".") ? "" : ".")));
        return new AreaPage(
                area.ordinal() + 1,
                area.slug(),
                area.title(),
                Words.capital(owner(area)),
                new AreaLead(material, matters).of(area, own, measures, restricted),
                mainChart,
                multiples,
                table,
                justice
                        ? Compositions.endings(
                                material, themes.stream().map(Slices::theme).toList())
                        : Optional.empty(),
                areas(main, measures),
                backlogs(measures),
                figures(measures, main),
                comments(own),
                pending(justice),
                notes,
                basis(main));
    }

    private boolean isOnPage(MeasureEntry measure) {
        return switch (measure.place()) {
            case HEADLINE, AREA -> !measure.restricted();
            case ANNEX -> false;
            case RESTRICTED_ANNEX -> restricted;
        };
    }

    private String owner(Priority area) {
        return material.dictionary().ofArea(area.slug()).stream()
                .findFirst()
                .map(MeasureEntry::owner)
                .orElse(area.owner());
    }

    /**
     * The chart of the page.
     *
     * @param slice the theme with the strongest signal; the total where none has one
     * @param themes the slices of the table, the total last
     */
    private record MainChart(
            MeasureEntry measure, Reading reading, String slice, List<ChartedPeriod> periods, List<String> themes) {}

    /** Of the area's first figure of page 1 that is charted, else of its first figure that is. */
    private Optional<MainChart> mainChart(List<MeasureEntry> measures) {
        return measures.stream()
                .sorted(Comparator.comparing((MeasureEntry measure) -> !measure.isOnPage1())
                        .thenComparingInt(MeasureEntry::order))
                .flatMap(measure -> ThemeTable.reading(material, measure).stream()
                        .flatMap(reading -> chart(measure, reading).stream()))
                .findFirst();
    }

    private Optional<MainChart> chart(MeasureEntry measure, Reading reading) {
        List<String> themes = ThemeTable.slices(material, measure, reading, true);
        String slice = themes.stream()
                .filter(theme -> strength(measure, reading, theme) > 0)
                .max(Comparator.comparingDouble(theme -> strength(measure, reading, theme)))
                .orElse(measure.slice());
        List<ChartedPeriod> periods = choice.periods(measure, reading, slice);
        return choice.newest(periods).isPresent()
                ? Optional.of(new MainChart(measure, reading, slice, periods, themes))
                : Optional.empty();
    }

    /** How far beyond the usual the newest period is, in limits; 0 where that is no signal. */
    private double strength(MeasureEntry measure, Reading reading, String slice) {
        return choice.newest(choice.periods(measure, reading, slice))
                .filter(period -> Judge.of(period).verdict().isSignal())
                .map(period -> Math.abs(period.value() - period.centre())
                        / Math.max(period.upper() - period.centre(), Double.MIN_NORMAL))
                .orElse(0.0);
    }

    private List<BlockChart> multiples(ChartMaker charts, MainChart main) {
        return main.themes().stream()
                .filter(slice -> !slice.equals(main.slice()) && !slice.isEmpty())
                .map(slice -> choice.periods(main.measure(), main.reading(), slice))
                .filter(periods -> choice.newest(periods).isPresent())
                .map(periods -> charts.chart(main.measure(), periods))
                .toList();
    }

    private Optional<AreaDots> areas(Optional<MainChart> main, List<MeasureEntry> measures) {
        AreaDotsMaker maker = new AreaDotsMaker(material);
        Optional<AreaDots> ofMain = main.flatMap(chart -> maker.of(chart.measure(), chart.reading()));
        return ofMain.or(() -> measures.stream()
                .flatMap(measure -> ThemeTable.reading(material, measure).stream()
                        .flatMap(reading -> maker.of(measure, reading).stream()))
                .findFirst());
    }

    private List<Backlog> backlogs(List<MeasureEntry> measures) {
        if (restricted) {
            return List.of();
        }
        BacklogMaker maker = new BacklogMaker(material);
        return measures.stream()
                .filter(MeasureEntry::shownAsCount)
                .flatMap(measure -> ThemeTable.reading(material, measure).stream()
                        .filter(reading -> material.now().has(reading.of(measure.kpi(), "")))
                        .map(reading -> maker.of(measure, reading)))
                .toList();
    }

    /** All that the page does not show above: in its table by theme, or as a count of what waits. */
    private List<ScoreRow> figures(List<MeasureEntry> measures, Optional<MainChart> main) {
        ScoreRows rows = new ScoreRows(material);
        List<ScoreRow> figures = new ArrayList<>();
        Set<String> concerns =
                main.map(chart -> Set.of(chart.measure().concern())).orElse(Set.of());
        for (MeasureEntry measure : measures) {
            boolean shown = main.filter(chart -> chart.measure().equals(measure)
                                    && chart.themes().size() > 1)
                            .isPresent()
                    || measure.shownAsCount() && !restricted;
            if (shown) {
                continue;
            }
            ThemeTable.reading(material, measure)
                    .filter(reading -> material.now().has(reading.of(measure.kpi(), "")))
                    .ifPresent(reading -> rowSlices(measure, reading, concerns)
                            .forEach(slice -> figures.add(rows.row(measure, reading, slice, title(measure, slice)))));
        }
        return figures;
    }

    /**
     * The measure's own slices, and the theme with the strongest signal where the total has none.
     *
     * @param concerns of which the page's chart and table say more by theme
     */
    private List<String> rowSlices(MeasureEntry measure, Reading reading, Set<String> concerns) {
        List<String> slices = new ArrayList<>(slices(measure, reading));
        if (slices.equals(List.of(""))
                && !concerns.contains(measure.concern())
                && strength(measure, reading, "") == 0) {
            Slices.THEMES.stream()
                    .map(Slices::ofTheme)
                    .filter(theme -> strength(measure, reading, theme) > 0)
                    .max(Comparator.comparingDouble(theme -> strength(measure, reading, theme)))
                    .ifPresent(slices::add);
        }
        return slices;
    }

    /** The slice of page 1; of a measure without a total its ethnicity, or its few slices. */
    private List<String> slices(MeasureEntry measure, Reading reading) {
        Set<String> published = material.now().slices(measure.kpi(), reading);
        if (!measure.slice().isEmpty() || published.contains("")) {
            return List.of(measure.slice());
        }
        String ethnicity = "characteristic=ethnicity";
        if (published.contains(ethnicity)) {
            return List.of(ethnicity);
        }
        return published.stream().filter(slice -> !slice.contains(";")).sorted().toList();
    }

    private static String title(MeasureEntry measure, String slice) {
        if (!Slices.theme(slice).isEmpty()) {
            return Slices.title(slice) + ": " + Words.lower(measure.shortTitle());
        }
        if (measure.isOnPage1() && !measure.restricted()) {
            return measure.page1Title();
        }
        return slice.isEmpty() ? measure.shortTitle() : measure.shortTitle() + ", " + Words.lower(Slices.title(slice));
    }

    /** What owners say; of a matter to be acted upon an answer is asked for. */
    private static List<OwnerComment> comments(List<OpenMatter> matters) {
        return matters.stream()
                .map(OpenMatter::matter)
                .filter(matter -> matter.answer().isPresent() || matter.state() == Matter.State.ACT)
                .map(matter ->
                        matter.answer().orElse(new OwnerComment(matter.title(), "", "", "", matter.since(), true)))
                .toList();
    }

    private static List<AreaPage.Pending> pending(boolean justice) {
        return justice
                ? List.of(
                        new AreaPage.Pending(
                                "When, and why, support ended",
                                "Outcome 16 by stage and by reason comes with a later edition; how often both are recorded is below."))
                : List.of();
    }

    private String basis(Optional<MainChart> main) {
        return main.map(chart -> {
                    String charted = chart.periods().get(0).key().basis();
                    return "Basis " + chart.reading().basis()
                            + (charted.equals(chart.reading().basis()) ? "." : ", chart " + charted + ".");
                })
                .orElse("");
    }
}
