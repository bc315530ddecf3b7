package vaiwg.board.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.board.Digits;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.Reading;
import vaiwg.kpis.cases.Characteristic;
import vaiwg.kpis.catalogue.ComparedGroups;
import vaiwg.kpis.catalogue.Priority;

/** Makes the page of protected characteristics. */
final class CharacteristicsMaker {
    static final String KNOWN = "characteristic_known";
    private static final String ASKED = "characteristic_asked";
    private static final String DECLINED = "characteristic_declined";
    static final String ALIKE = "characteristic_consistent";

    /** Ethnicity first: of the four that differ between groups in the paper it is the least known. */
    static final List<Characteristic> ORDER = List.of(
            Characteristic.ETHNICITY,
            Characteristic.AGE,
            Characteristic.SEX,
            Characteristic.DISABILITY,
            Characteristic.MARRIAGE,
            Characteristic.RELIGION,
            Characteristic.ORIENTATION,
            Characteristic.GENDER_REASSIGNMENT,
            Characteristic.PREGNANCY);

    private static final String APPLIES = "§";

    private final Material material;

    CharacteristicsMaker(Material material) {
        this.material = material;
    }

    /** Empty where the snapshot has no figures of them. */
    Optional<CharacteristicsPage> make() {
        Optional<MeasureEntry> known = material.dictionary().find(KNOWN);
        Optional<Reading> reading = known.flatMap(measure -> ThemeTable.reading(material, measure));
        if (reading.isEmpty() || !material.now().has(reading.get().of(KNOWN, ""))) {
            return Optional.empty();
        }
        List<String> themes = new ArrayList<>(Slices.THEMES.stream()
                .filter(theme -> material.now()
                        .find(reading.get().of(KNOWN, slice(Characteristic.ETHNICITY, theme)))
                        .isPresent())
                .toList());
        themes.add("");
        NoteMarks marks = new NoteMarks();
        List<ChartedPeriod> periods = new ChartChoice(material.charts(), material.asAt())
                .periods(known.get(), reading.get(), slice(Characteristic.ETHNICITY, ""));
        Optional<BlockChart> chart = periods.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChartMaker(material, marks).chart(known.get(), periods));
        List<String> notes = new ArrayList<>(marks.notes());
        notes.add(APPLIES + " Of the victims to whom it applies, who are fewer.");
        notes.add("“Unknown” and “not stated” are never counted as asked.");
        notes.add(
                "“Alike”: of victims with two or more records of a year that give a value, those with the same in all.");
        List<CharacteristicsPage.Row> rows = ORDER.stream()
                .map(characteristic -> row(characteristic, known.get(), reading.get(), themes))
                .toList();
        return Optional.of(new CharacteristicsPage(
                ReportWords.capital(known.get().owner()),
                lead(rows.get(0), periods),
                "Known " + Bases.within(reading.get().basis()) + " of recording: % and number of victims. "
                        + Bases.period(reading.get(), material.asAt()),
                themes.stream().map(Slices::themeTitle).toList(),
                rows,
                chart,
                onRecord(reading.get(), themes),
                Stream.of(KNOWN, ALIKE).flatMap(kpi -> areas(kpi).stream()).toList(),
                notes));
    }

    private static String slice(Characteristic characteristic, String theme) {
        return Slices.cut(Slices.ofTheme(theme), "characteristic", characteristic.slug());
    }

    private CharacteristicsPage.Row row(
            Characteristic characteristic, MeasureEntry known, Reading reading, List<String> themes) {
        String all = slice(characteristic, "");
        List<Figure> byTheme = themes.stream()
                .map(theme -> figure(known, reading, slice(characteristic, theme)))
                .toList();
        Figure now = figure(known, reading, all);
        Figure before = Figures.of(known, reading, all, material.aYearBefore(all), material.asAt());
        boolean ofSome = now.denominator() != null
                && !now.denominator()
                        .equals(figure(known, reading, slice(Characteristic.AGE, ""))
                                .denominator());
        return new CharacteristicsPage.Row(
                ReportWords.capital(characteristic.words()),
                ofSome ? APPLIES : "",
                byTheme,
                other(ASKED, reading, all),
                other(DECLINED, reading, all),
                other(ALIKE, reading, all),
                Figures.change(known, now, material.now(), before, material.aYearBefore(all)));
    }

    private Figure figure(MeasureEntry measure, Reading reading, String slice) {
        return Figures.of(measure, reading, slice, Optional.of(material.now()), material.asAt());
    }

    private Figure other(String kpi, Reading reading, String slice) {
        return material.dictionary()
                .find(kpi)
                .map(measure ->
                        figure(measure, ThemeTable.reading(material, measure).orElse(reading), slice))
                .orElseGet(() -> Figure.without(
                        kpi,
                        reading.basis(),
                        reading.window(),
                        slice,
                        material.asAt(),
                        Unit.SHARE,
                        Figure.State.NOT_KEPT));
    }

    private Optional<AreaDots> areas(String kpi) {
        return material.dictionary().find(kpi).flatMap(new AreaDotsMaker(material)::of);
    }

    private static Statement lead(CharacteristicsPage.Row ethnicity, List<ChartedPeriod> periods) {
        Figure all = ethnicity.known().get(ethnicity.known().size() - 1);
        if (all.state() != Figure.State.SHOWN) {
            return new Statement(
                    Optional.of(Judgement.of(Verdict.TOO_FEW)),
                    "Too few victims are on record to say of how many their ethnicity is known.",
                    "",
                    Optional.empty());
        }
        Optional<ChartedPeriod> newest = periods.stream().reduce((earlier, later) -> later);
        Judgement judgement = newest.map(Judge::of).orElse(Judgement.of(Verdict.NOT_CHARTED));
        List<String> sentences = new ArrayList<>();
        if (judgement.verdict() == Verdict.USUAL) {
            sentences.add("That varies as usual.");
        }
        if (ethnicity.asked().state() == Figure.State.SHOWN) {
            sentences.add("For " + Digits.percent(1 - ethnicity.asked().value()) + " no question is on record.");
        }
        if (all.value() < ComparedGroups.LEAST_KNOWN) {
            sentences.add("Whether all groups are served alike can be said only once it is known of "
                    + ComparedGroups.LEAST_KNOWN_WORDS + ".");
        }
        return new Statement(
                Optional.of(judgement),
                "We know the ethnicity of " + Digits.percent(all.numerator(), all.denominator()) + " of victims ("
                        + Digits.count(all.numerator()) + " of " + Digits.count(all.denominator()) + ").",
                String.join(" ", sentences),
                Optional.of(Priority.RECORDING.slug()));
    }

    private Optional<Composition> onRecord(Reading reading, List<String> themes) {
        List<Composition.Bar> bars = new ArrayList<>();
        for (String theme : themes) {
            String slice = slice(Characteristic.ETHNICITY, theme);
            Figure known = figure(material.dictionary().find(KNOWN).orElseThrow(), reading, slice);
            Figure declined = other(DECLINED, reading, slice);
            if (known.state() == Figure.State.SHOWN && declined.numerator() != null) {
                double of = known.denominator();
                int nothing = known.denominator() - known.numerator() - declined.numerator();
                bars.add(new Composition.Bar(
                        Slices.themeTitle(theme),
                        List.of(known.numerator() / of, declined.numerator() / of, nothing / of),
                        known.denominator(),
                        theme.isEmpty()));
            }
        }
        return bars.isEmpty()
                ? Optional.empty()
                : Optional.of(new Composition(
                        "Ethnicity: what is on record, %",
                        Bases.period(reading, material.asAt()),
                        List.of("known", "prefers not to say", "nothing on record"),
                        bars,
                        alternative(bars)));
    }

    private static String alternative(List<Composition.Bar> bars) {
        return String.join(
                " ",
                bars.stream()
                        .map(bar -> bar.title() + ": known "
                                + Digits.percent(bar.shares().get(0)) + ", prefers not to say "
                                + Digits.percent(bar.shares().get(1)) + ".")
                        .toList());
    }
}
