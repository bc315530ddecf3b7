package vaiwg.board.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.report.Matters.OpenMatter;
import vaiwg.kpis.catalogue.Priority;

/** Makes an area's page. */
final class AreaPageMaker {
    static final String NEVER_THE_VICTIM = "Attrition measures the service that victims were given, never the victim.";
    private static final String OVERLAP = "‡";
    private static final String OVERLAPS = OVERLAP
            + " A mark that any crime may bear: the row overlaps the others, so rows do not add up to the total.";

    /** Where domestic abuse comes back is asked of each policing area. */
    private static final String PLACES = "da_repeat_places";

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
        NoteMarks marks = new NoteMarks();
        ChartMaker charts = new ChartMaker(material, marks);
        Optional<MainChart> main = new MainCharts(material).of(measures);
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
        main.map(chart -> material.onStreams(chart.measure().kpi()))
                .filter(said -> !said.isEmpty())
                .ifPresent(notes::add);
        if (table.isPresent() && themes.contains(Slices.ofTheme(Slices.DOMESTIC_ABUSE))) {
            notes.add(OVERLAPS);
        }
        if (table.isPresent()) {
            notes.addAll(new ThemeTable(material).remarks(main.get().measure(), themes));
        }
        if (justice && !Compositions.lacking(material).isEmpty()) {
            notes.add("Attrition is to be read beside the other endings of cases, which this snapshot lacks: "
                    + String.join(", ", Compositions.lacking(material)) + ".");
        }
        main.map(chart -> chart.measure().caveats())
                .filter(caveats -> !caveats.isEmpty())
                .ifPresent(caveats -> notes.add(main.get().measure().shortTitle() + ": " + ReportWords.lower(caveats)
                        + (caveats.endsWith(".") ? "" : ".")));
        return new AreaPage(
                area.ordinal() + 1,
                area.slug(),
                area.title(),
                ReportWords.capital(owner(area)),
                new AreaLead(material, matters).of(area, own, measures, restricted),
                mainChart,
                multiples,
                table,
                justice
                        ? Compositions.endings(
                                material, themes.stream().map(Slices::theme).toList())
                        : Optional.empty(),
                further(area),
                areas(area, main, measures),
                backlogs(measures),
                new AreaFigures(material, restricted).rows(measures, main),
                comments(area, own),
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

    private List<NumberTable> further(Priority area) {
        return switch (area) {
            case CRIMINAL_JUSTICE -> new EndsOfSupport(material).tables();
            case OFFENDER_MANAGEMENT -> new AwarenessCourse(material).tables();
            case ENGAGEMENT -> new AnswerTimes(material).tables();
            default -> List.of();
        };
    }

    private List<BlockChart> multiples(ChartMaker charts, MainChart main) {
        return main.themes().stream()
                .filter(slice -> !slice.equals(main.slice()) && !slice.isEmpty())
                .map(slice -> choice.periods(main.measure(), main.reading(), slice))
                .filter(periods -> choice.newest(periods).isPresent())
                .map(periods -> charts.chart(main.measure(), periods))
                .toList();
    }

    /** Of the main figure, or else of the first that has some; and of places, which are in the annex but lie in an area. */
    private List<AreaDots> areas(Priority area, Optional<MainChart> main, List<MeasureEntry> measures) {
        AreaDotsMaker maker = new AreaDotsMaker(material);
        Optional<AreaDots> ofMain = main.flatMap(chart -> maker.of(chart.measure(), chart.reading()));
        Stream<MeasureEntry> places = material.dictionary().ofArea(area.slug()).stream()
                .filter(measure -> measure.kpi().equals(PLACES));
        return Stream.concat(
                        ofMain.or(() -> areas(maker, measures.stream()).findFirst()).stream(), areas(maker, places))
                .distinct()
                .toList();
    }

    private static Stream<AreaDots> areas(AreaDotsMaker maker, Stream<MeasureEntry> measures) {
        return measures.flatMap(measure -> maker.of(measure).stream());
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

    /** What the lead reports and owners say; of a matter to be acted upon an answer is asked for. */
    private List<OwnerComment> comments(Priority area, List<OpenMatter> open) {
        Stream<OwnerComment> answers = open.stream()
                .map(OpenMatter::matter)
                .filter(matter -> matter.answer().isPresent() || matter.state() == Matter.State.ACT)
                .map(matter -> matter.answer().orElse(OwnerComment.asked(matter.title(), "", matter.since())));
        return Stream.concat(new LeadReport(material).of(area).stream(), answers)
                .toList();
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
