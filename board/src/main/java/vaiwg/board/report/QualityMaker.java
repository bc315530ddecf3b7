package vaiwg.board.report;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vaiwg.board.Days;
import vaiwg.board.Digits;
import vaiwg.board.Tier;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;
import vaiwg.board.figures.StreamReader.FedStream;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.statistics.streams.StreamState;

/** Makes the page of data quality, words and definitions. */
final class QualityMaker {
    private static final List<QualityPage.Definition> WORDS = List.of(
            new QualityPage.Definition(
                    "Victim attrition (outcome 16)",
                    "A suspect is named and the victim does not, or no longer does, support the case. It measures the service"
                            + " given."),
            new QualityPage.Definition(
                    "Within 90 days",
                    "Each crime has the same 90 days to reach the outcome; crimes recorded since then wait."),
            new QualityPage.Definition(
                    "Estimate",
                    "What the newest weeks point to, with a range in which the settled figure will lie 19 times of 20."),
            new QualityPage.Definition(
                    "Limits, usual",
                    "Usual is the average of the first twelve periods; 997 of 1,000 periods lie within the limits if nothing"
                            + " changes."),
            new QualityPage.Definition(
                    "Domestic abuse", "A mark that any crime may bear; its row overlaps the others."));

    /** What the two words say in place of a number. */
    static final QualityPage.Definition SMALL_NUMBERS = new QualityPage.Definition(
            "Fewer than five, withheld",
            "A count of one to four people is shown as fewer than five; 0 is shown. Withheld are shares of which so"
                    + " few are counted or left, and of a whole with one such part the smallest other part too.");

    private static final QualityPage.Definition ROUNDED_NUMBERS = new QualityPage.Definition(
            "Rounded, *",
            "Counts of people are rounded to the nearest five, and shares are of the rounded counts; * is a count of"
                    + " one to seven, or a share of so few.");

    private final Material material;
    private final RevisionsPage revisions;

    QualityMaker(Material material, RevisionsPage revisions) {
        this.material = material;
        this.revisions = revisions;
    }

    QualityPage make() {
        List<QualityPage.Line> lines = new ArrayList<>();
        lines.add(onTime());
        streams().ifPresent(lines::add);
        figure("recorded_within_24h")
                .ifPresent(row -> lines.add(line(
                        "Recorded promptly",
                        row,
                        ValueText.of(row.figure(), false) + " of crimes within 24 hours of the report.")));
        linked().ifPresent(lines::add);
        lines.add(late());
        lines.add(revised());
        return new QualityPage(
                material.dictionary().ofArea(Priority.INTELLIGENCE.slug()).stream()
                        .findFirst()
                        .map(MeasureEntry::owner)
                        .map(ReportWords::capital)
                        .orElse(""),
                lines,
                new AreasKnown(material).rows(),
                words(),
                definitions());
    }

    /** The internal report withholds nothing that needs a word. */
    private List<QualityPage.Definition> words() {
        if (material.edition().tier() == Tier.INTERNAL) {
            return WORDS;
        }
        List<QualityPage.Definition> words = new ArrayList<>(WORDS);
        words.add(material.edition().tier() == Tier.PUBLIC ? ROUNDED_NUMBERS : SMALL_NUMBERS);
        return List.copyOf(words);
    }

    private QualityPage.Line onTime() {
        long nights = ChronoUnit.DAYS.between(material.nightsFrom(), material.asAt()) + 1;
        boolean all = material.nights() == nights && material.edition().complete();
        String how = material.edition().reconstructed()
                ? " This one was made later, from the records as they were known that night."
                : " This one was published on its own night.";
        String gaps = material.edition().complete() ? "" : " Not every source had reached that night.";
        return new QualityPage.Line(
                Optional.empty(),
                all,
                "On time",
                Digits.count(material.nights()) + " of " + Digits.count(nights) + " nightly snapshots since "
                        + Days.full(material.nightsFrom()) + " are published." + how + gaps);
    }

    /** Which streams do not come as they should; nothing is known of a snapshot that an earlier build published. */
    private Optional<QualityPage.Line> streams() {
        if (material.streams().isEmpty()) {
            return Optional.empty();
        }
        List<String> said = new ArrayList<>();
        material.streams().stream()
                .filter(FedStream::isWrong)
                .map(FedStream::sentence)
                .forEach(said::add);
        boolean met = said.isEmpty();
        if (met) {
            said.add("Records of all streams come as usual.");
        }
        String never = material.streams().stream()
                .filter(stream -> stream.state().equals(StreamState.NEVER_RECEIVED.words()))
                .map(stream -> stream.stream().replace('-', ' ').replace("cps", "CPS"))
                .collect(Collectors.joining(", "));
        if (!never.isEmpty()) {
            said.add("Never received: " + never + "; there are no figures that rest on them.");
        }
        return Optional.of(new QualityPage.Line(Optional.empty(), met, "Streams of records", String.join(" ", said)));
    }

    private Optional<QualityPage.Line> linked() {
        Optional<ScoreRow> victim = figure("linkage_victim");
        Optional<ScoreRow> suspect = figure("linkage_suspect");
        if (victim.isEmpty() || suspect.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(line(
                "Linked",
                victim.get(),
                "Victims are linked across records in "
                        + ValueText.of(victim.get().figure(), false) + ", suspects in "
                        + ValueText.of(suspect.get().figure(), false) + ". Repeat figures rest on this."));
    }

    private QualityPage.Line late() {
        int late = material.late().stream().mapToInt(stream -> stream.events()).sum();
        String since = material.edition()
                .previous()
                .map(day -> "since " + Days.full(day))
                .orElse("in the newest 28 days");
        String orphans = figure("orphan_outcomes")
                .filter(row -> row.figure().isShown())
                .map(row -> " " + Digits.count(row.figure().numerator())
                        + (row.figure().numerator() == 1 ? " outcome" : " outcomes") + " of the newest "
                        + Bases.window(row.figure().window()) + " "
                        + (row.figure().numerator() == 1 ? "has" : "have") + " no crime yet.")
                .orElse("");
        return new QualityPage.Line(
                Optional.empty(),
                true,
                "Late or unmatched",
                Digits.count(late) + " records came after their time " + since + " and were counted all the same."
                        + orphans);
    }

    private QualityPage.Line revised() {
        String text = (revisions.lead().headline() + " " + revisions.lead().text()).strip();
        boolean little = revisions.rows().stream()
                .filter(row -> row.change().unit() != Unit.COUNT)
                .allMatch(
                        row -> !row.change().isKnown() || Math.abs(row.change().amount()) < 1);
        return new QualityPage.Line(Optional.empty(), little, "Revised", text);
    }

    private Optional<ScoreRow> figure(String kpi) {
        Optional<MeasureEntry> measure = material.dictionary().find(kpi);
        Optional<Reading> reading = measure.flatMap(entry -> ThemeTable.reading(material, entry));
        return reading.map(read -> new ScoreRows(material)
                        .row(measure.get(), read, "", measure.get().shortTitle()))
                .filter(row -> row.figure().isShown());
    }

    private static QualityPage.Line line(String title, ScoreRow row, String text) {
        return new QualityPage.Line(
                Optional.of(row.judgement()), row.judgement().verdict() != Verdict.CONCERN, title, text);
    }

    private List<QualityPage.Definition> definitions() {
        return material.dictionary().all().stream()
                .filter(measure -> !measure.restricted())
                .map(measure -> new QualityPage.Definition(measure.title(), measure.definition()))
                .toList();
    }
}
