package vaiwg.kpis.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vaiwg.kpis.reference.CheckedRow;
import vaiwg.kpis.reference.SiteFile;
import vaiwg.kpis.reference.Sites;

/** Dated baselines, targets and comparators of measures, with their source, of every force and of each. */
public final class Benchmarks {
    public static final Benchmarks NONE = new Benchmarks(List.of());

    private static final String LIKE = "2021-09-01";

    private final List<Benchmark> entries;

    private Benchmarks(List<Benchmark> entries) {
        this.entries = List.copyOf(entries);
    }

    /** As they were kept. */
    public static Benchmarks of(List<Benchmark> entries) {
        return new Benchmarks(entries);
    }

    /**
     * Those of every force and of sites.
     *
     * @throws IllegalStateException in one sentence, where a row cannot be read or says something twice
     */
    public static Benchmarks of(Sites sites) {
        List<Benchmark> entries = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (Map<String, String> cells : sites.file(SiteFile.BENCHMARKS).rows()) {
            CheckedRow row = new CheckedRow("benchmarks", cells);
            Benchmark entry = entry(row);
            row.require(
                    seen.add(List.of(
                            entry.force(),
                            entry.measure(),
                            entry.slice(),
                            entry.kind(),
                            entry.name(),
                            entry.validFrom())),
                    "says again what holds from a day on");
            entries.add(entry);
        }
        return new Benchmarks(entries);
    }

    /** All, in the order of their files. */
    public List<Benchmark> entries() {
        return entries;
    }

    /** Those that stand beside the figures of a force. */
    public Benchmarks ofForce(String force) {
        return new Benchmarks(entries.stream()
                .filter(entry -> entry.force().isEmpty() || entry.force().equals(force))
                .toList());
    }

    /** What is shown beside a measure's slice on a day: of the same kind and name the newest. */
    public List<Benchmark> of(String measure, String slice, LocalDate day) {
        Map<String, Benchmark> newest = new LinkedHashMap<>();
        entries.stream()
                .filter(entry ->
                        entry.isOf(measure, slice) && !entry.validFrom().isAfter(day))
                .sorted(Comparator.comparing(Benchmark::validFrom))
                .forEach(entry -> newest.put(entry.kind() + entry.name(), entry));
        return List.copyOf(newest.values());
    }

    /** The target of a measure's slice on a day, in the measure's unit: the newest that is comparable. */
    public OptionalDouble target(String measure, String slice, LocalDate day) {
        return newest(targets(measure, slice, day));
    }

    /** The same of a theme: where it has none itself, that of all crimes, if that is owed in every case, and so in those of the theme. */
    public OptionalDouble owedInTheme(String measure, String slice, LocalDate day) {
        OptionalDouble own = target(measure, slice, day);
        return own.isPresent() || Slice.theme(slice).isEmpty()
                ? own
                : newest(targets(measure, Slice.without(slice, "theme"), day).filter(Benchmark::isOfEveryCase));
    }

    private Stream<Benchmark> targets(String measure, String slice, LocalDate day) {
        return of(measure, slice, day).stream()
                .filter(entry -> entry.kind() == Benchmark.Kind.TARGET && entry.isComparable());
    }

    private static OptionalDouble newest(Stream<Benchmark> targets) {
        return targets.mapToDouble(Benchmark::inUnitOfMeasure).reduce((earlier, later) -> later);
    }

    /**
     * Rejects what no measure can be read beside.
     *
     * @param slices the slices of a measure that are published, as in the tables
     * @throws IllegalStateException in one sentence
     */
    void requireFit(List<Measure> measures, Function<Measure, Set<String>> slices) {
        for (Benchmark entry : entries) {
            Measure measure = measures.stream()
                    .filter(each -> each.slug().equals(entry.measure()))
                    .findFirst()
                    .orElseThrow(() -> unfit(entry, "there is no such measure"));
            if (!entry.fits(measure)) {
                throw unfit(
                        entry,
                        "a " + entry.kind().slug() + " in " + entry.unit().slug() + " does not fit the measure");
            }
            if (!slices.apply(measure).contains(entry.slice())) {
                throw unfit(entry, "the measure is not published by " + entry.slice());
            }
        }
    }

    private static IllegalStateException unfit(Benchmark entry, String why) {
        return new IllegalStateException(
                "A row of benchmarks names " + entry.measure() + ", " + entry.name() + ": " + why);
    }

    private static Benchmark entry(CheckedRow row) {
        row.require(!row.get("source").isEmpty(), "names no source");
        row.require(!row.get("name").isEmpty(), "has no name");
        row.require(!row.get("comparable").isEmpty(), "does not say whether it is comparable: yes, or why not");
        row.require(row.get("value").matches("[0-9]{1,9}([.][0-9]{1,6})?"), "has no number in the column value");
        return new Benchmark(
                row.get("measure"),
                row.get("slice"),
                row.constant("kind", Benchmark.Kind.values(), "has an unknown kind"),
                row.get("name"),
                Double.parseDouble(row.get("value")),
                row.constant("unit", Benchmark.Unit.values(), "has an unknown unit"),
                row.date("from", LIKE),
                row.date("to", LIKE),
                row.date("valid_from", LIKE).orElseThrow(() -> row.unreadable("has no date in the column valid_from")),
                row.get("comparable").equals("yes") ? "" : row.get("comparable"),
                row.get("source"),
                row.get("quote"),
                row.get(Sites.FORCE));
    }
}
